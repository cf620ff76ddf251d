import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { Ready } from "../../src/tools/start/ready.ts";
import { PROJECT } from "./running-app.ts";

type Environment = Record<string, string>;

/** The program as a process of its own, with nothing of this process' environment. `script` is below `src/`. */
export function runScript(script: string, env: Environment, args: string[] = []) {
  const child = spawn(process.execPath, [join(PROJECT, "src", script), ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
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
  const main = runScript("main.ts", { PORT: "0", ...env });
  const ready = await Promise.race([once(main.child, "message").then(([message]) => message as Ready), main.exit]);
  if (ready === null || typeof ready === "number") throw new Error(await main.stderr);
  return { ...main, ready, url: ready.url };
}
