import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Ready } from "./start/ready.ts";
import { startPlayground } from "./start/start-playground.ts";

/** `npm start`: the bot, with the Playground as a chat on it. `--no-chat` or NO_CHAT=1 leaves the chat away. */
const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

let stopping = false;
let chat: ChildProcess | undefined;
const bot = spawn(process.execPath, ["--use-env-proxy", MAIN], {
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  // The chat is on this machine: a proxy to the outside does not reach it.
  env: { ...process.env, NO_PROXY: [process.env.NO_PROXY, "127.0.0.1,localhost,::1"].filter(Boolean).join(",") },
});

bot.once("message", (ready) => {
  if (process.argv.includes("--no-chat")) return;
  openChat(ready as Ready);
});
bot.once("exit", (code) => {
  stopping = true;
  chat?.kill();
  process.exitCode = code ?? 1;
});
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    stopping = true;
    chat?.kill(signal);
    bot.kill(signal);
  });
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
