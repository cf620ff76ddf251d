/** The rooms of `src/`, from the top down. A room may import from lower lines only, never from its own line. */
export const LAYERS: readonly (readonly string[])[] = [
  ["main"],
  ["app"],
  ["http", "teams", "stores", "tools"],
  ["render"],
  ["conversation"],
  ["flow", "signals", "knowledge", "danger", "personal-data", "trends"],
  ["usage"],
  ["conditions"],
  ["content", "access"],
  ["language"],
  ["errors", "make-private-folder"],
];

/** Made at the start and passed in: other rooms may know their types, not the things themselves. */
export const PASSED_IN: readonly string[] = ["config", "log", "metrics", "security-log"];
export const MAY_TAKE_PASSED_IN: readonly string[] = ["main", "app", "tools", ...PASSED_IN];

/** Servers that the bench starts as processes of their own. As `main` they may import any room, and a bare botbuilder. */
export const ENTRY_FOLDER = "src/tools/bench/servers/";

/** Tools that work on the stores. As `main` they may import any room. */
export const ENTRY_TOOLS: readonly string[] = [
  "src/tools/doctor.ts",
  "src/tools/usage-seed.ts",
  "src/tools/bench/measure-counting.ts",
];

/** Libraries that one room hides from the others, so that they can be replaced there. */
export const HIDDEN_LIBRARIES: readonly { library: RegExp; room: string }[] = [
  { library: /^botbuilder|^botframework/, room: "teams" },
  { library: /^restify/, room: "http" },
  { library: /^node:sqlite$|^@azure\/cosmos/, room: "stores" },
  { library: /^adaptivecards|^adaptive-expressions/, room: "render" },
];

/** The environment is read in one place. The other files hand it on to the processes that they start. */
export const MAY_USE_ENV: readonly string[] = ["src/config.ts", "src/tools/start.ts", "src/tools/test.ts"];

/** Without I/O, clock, timers or chance, together with all that they import: the same input gives the same output. */
export const PURE_ROOMS: readonly string[] = [
  "access",
  "flow",
  "signals",
  "knowledge",
  "danger",
  "personal-data",
  "language",
  "render",
];
export const PURE_FILE = "src/conversation/converse.ts";

/** Parts of Node that only compute. */
export const PURE_BUILTINS: readonly string[] = ["node:util"];

/** What reads the clock, waits, draws lots or reaches outside. */
export const IMPURE_USES: ReadonlySet<string> = new Set([
  "Date.now",
  "new Date()",
  "Date()",
  "Math.random",
  "performance",
  "process",
  "crypto",
  "console",
  "fetch",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
]);
