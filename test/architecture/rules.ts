/** The rooms of `src/`, from the top down. A room may import from lower lines only, never from its own line. */
export const LAYERS: readonly (readonly string[])[] = [
  ["tools"],
  ["main"],
  ["app"],
  ["http", "studio", "teams", "stores"],
  ["check", "publishing"],
  ["render"],
  ["conversation"],
  ["flow", "signals", "knowledge", "danger", "personal-data", "trends"],
  ["usage"],
  ["conditions"],
  ["content", "access"],
  ["language"],
  ["errors", "kept-file"],
  ["make-private-folder", "code-hash", "backoff", "rate-limit", "is-loopback", "in-slices", "at-once", "keep-newest"],
];

/** Made at the start and passed in: other rooms may know their types, not the things themselves. */
export const PASSED_IN: readonly string[] = ["config", "log", "metrics", "security-log"];
export const MAY_TAKE_PASSED_IN: readonly string[] = ["main", "app", "tools", ...PASSED_IN];

/** Libraries that one place hides from the others, so that they can be replaced there. The bench compares with bare ones. */
export const HIDDEN_LIBRARIES: readonly { library: RegExp; places: readonly string[] }[] = [
  { library: /^botbuilder|^botframework/, places: ["src/teams/", "src/tools/bench/servers/"] },
  { library: /^restify/, places: ["src/http/", "src/tools/bench/servers/"] },
  { library: /^node:sqlite$|^@azure\/cosmos/, places: ["src/stores/", "src/tools/bench/servers/"] },
  { library: /^adaptivecards|^adaptive-expressions/, places: ["src/render/"] },
];

/** The environment is read in one place. The other files hand it on to the processes that they start. */
export const MAY_USE_ENV: readonly string[] = ["src/config.ts", "src/tools/start.ts", "src/tools/test.ts"];

/** Without I/O, clock, timers or chance, together with all that they import: the same input gives the same output. */
export const PURE_PLACES: readonly string[] = [
  "src/access/",
  "src/flow/",
  "src/signals/",
  "src/knowledge/",
  "src/danger/",
  "src/personal-data/",
  "src/language/",
  "src/render/",
  "src/check/proofs/",
  "src/conversation/turn/converse.ts",
];

/** Parts of Node that only compute, or load a library when it is first asked for. */
export const PURE_BUILTINS: readonly string[] = ["node:util", "node:module"];

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
