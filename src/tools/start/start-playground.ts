import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Ready } from "../../main.ts";
import { canOpenBrowser } from "./can-open-browser.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The port that the Playground has by itself; it takes another one when this is in use. */
const DEFAULT_PORT = "56150";
const LOOPBACK_ONLY = new URL("./loopback-only.ts", import.meta.url).href;

/**
 * Starts the Playground, a Teams chat on this machine, as a process of its own.
 * @param env `process.env`; PLAYGROUND_PORT chooses the port
 * @param onListening called with the address of the chat
 * @throws Error MODULE_NOT_FOUND when it is not installed, as after `npm ci --omit=dev`
 */
export function startPlayground(ready: Ready, env: Environment, onListening: (url: string) => void): ChildProcess {
  const cli = createRequire(import.meta.url).resolve("@microsoft/m365agentsplayground/cli.js");
  const port = env.PLAYGROUND_PORT || DEFAULT_PORT;
  const options = ["-e", `${ready.url}/api/messages`, "-c", "msteams", "-p", port, "--disable-telemetry"];
  const chat = spawn(process.execPath, ["--import", LOOPBACK_ONLY, cli, ...options], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...env,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(ready.dataDir, "playground.log"),
      ...(canOpenBrowser(env) ? {} : { TEAMSAPPTESTER_BROWSER: "none" }),
    },
  });
  reportAddress(chat, onListening);
  return chat;
}

/** The Playground tells its port on standard output, more than once. */
function reportAddress(chat: ChildProcess, onListening: (url: string) => void): void {
  let output = "";
  let found = false;
  chat.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    if (found) return;
    output += chunk;
    const port = /Listening on (\d+)/.exec(output)?.[1];
    if (port === undefined) return;
    found = true;
    onListening(`http://127.0.0.1:${port}`);
  });
}
