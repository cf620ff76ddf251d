import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { Ready } from "../../src/main.ts";
import { giveChecked } from "./give-checked.ts";

type Environment = Record<string, string>;

/** Where what Node compiled is kept, for all that tests start: `runner/`. */
const { NODE_COMPILE_CACHE = "" } = process.env;

const started: ChildProcess[] = [];

/** Ends what a failed test left behind. */
export function endAll(): void {
  for (const child of started) child.kill();
}

/** The program as a process of its own, with nothing of this process' environment. `script` is below `src/`. */
export function runScript(script: string, env: Environment, args: string[] = []) {
  return runProgram([resolve(import.meta.dirname, "../../src", script), ...args], env);
}

/** Node as a process of its own, with these arguments and nothing of this process' environment. */
export function runProgram(args: string[], env: Environment) {
  const child = spawn(process.execPath, args, {
    env: { NODE_COMPILE_CACHE, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  started.push(child);
  const [, stdout, stderr] = child.stdio;
  return {
    child,
    stdout: text(stdout as Readable),
    stderr: text(stderr as Readable),
    /** The exit code; null when a signal ended it. */
    exit: once(child, "exit").then(([code]) => code as number | null),
  };
}

/** The bot as a process of its own, listening on a free port. */
export async function startMain(env: Environment) {
  if (env.DATA_DIR) giveChecked(env.DATA_DIR);
  const main = runScript("main.ts", { PORT: "0", ...env });
  const ready = await Promise.race([once(main.child, "message").then(([message]) => message as Ready), main.exit]);
  if (ready === null || typeof ready === "number") throw new Error(await main.stderr);
  return { ...main, ready, url: ready.url };
}
