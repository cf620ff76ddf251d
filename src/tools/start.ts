import { type ChildProcess, spawn } from "node:child_process";
import { watch } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Ready } from "../main.ts";
import { NODE_ARGUMENTS } from "./node-arguments.ts";
import { startPlayground } from "./start/start-playground.ts";

/**
 * `npm start`: the bot, with the Playground as a chat on it. `--no-chat` or NO_CHAT=1 leaves the chat away; with
 * `--watch` the bot starts again at every change of its code, and the chat stays.
 */
const RUN = fileURLToPath(new URL("../run.js", import.meta.url));
const SOURCES = fileURLToPath(new URL("../", import.meta.url));

/** An editor saves in several steps. */
const QUIET_MS = 200;

const isWatching = process.argv.includes("--watch");
let stopping = false;
let chat: ChildProcess | undefined;
let bot = startBot();
let again: NodeJS.Timeout | undefined;
const watcher = isWatching ? watch(SOURCES, { recursive: true }, onChange) : undefined;

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    stopping = true;
    watcher?.close();
    chat?.kill(signal);
    if (!bot.kill(signal)) process.exitCode = 1;
  });
}

function startBot(): ChildProcess {
  const started = spawn(process.execPath, ["--use-env-proxy", ...NODE_ARGUMENTS, RUN], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    // The chat is on this machine: a proxy to the outside does not reach it.
    env: { ...process.env, NO_PROXY: [process.env.NO_PROXY, "127.0.0.1,localhost,::1"].filter(Boolean).join(",") },
  });
  started.once("message", (ready) => {
    if (!chat && !process.argv.includes("--no-chat")) openChat(ready as Ready);
  });
  started.once("exit", (code) => {
    if (isWatching && !stopping) return;
    stopping = true;
    chat?.kill();
    process.exitCode = code ?? 1;
  });
  return started;
}

function onChange(): void {
  clearTimeout(again);
  again = setTimeout(startAgain, QUIET_MS);
}

/** Also after a start that failed: what is saved next may be better. */
function startAgain(): void {
  if (stopping) return;
  const start = () => {
    bot = startBot();
  };
  if (bot.exitCode === null && bot.kill("SIGTERM")) bot.once("exit", start);
  else start();
}

function openChat(ready: Ready): void {
  if (!ready.chat) return;
  try {
    chat = startPlayground(ready, process.env, (url) => console.error(`Chat met de bot in je browser: ${url}`));
    chat.once("exit", () => {
      if (!stopping) console.error(`De chat is gestopt. De bot draait door op ${ready.url}. Stoppen kan met Ctrl+C.`);
    });
  } catch {
    console.error("De chat (Microsoft 365 Agents Playground) is hier niet geïnstalleerd. Dat doe je met: npm ci");
  }
}
