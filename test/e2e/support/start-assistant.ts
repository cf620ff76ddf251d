import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "../../../src/tools/free-port.ts";
import { giveChecked } from "../../support/give-checked.ts";
import { until } from "./until.ts";

const START = resolve(import.meta.dirname, "../../../src/tools/start.ts");

/** Content that the check has not kept is proved before the start, and that takes seconds. */
const START_PATIENCE_MS = 120_000;

export interface RunningAssistant {
  /** Address of the Playground. */
  chatUrl: string;
  /** Address of the assistant itself. */
  botUrl: string;
  /** Folder with the database. */
  dataDir: string;
  stop(): Promise<void>;
}

/** Starts the bot and the Playground as `npm start` does, on free ports and with a data folder of their own. */
export async function startAssistant(settings: Record<string, string> = {}): Promise<RunningAssistant> {
  const dataDir = mkdtempSync(join(tmpdir(), "wijkteam-e2e-"));
  giveChecked(dataDir);
  const port = await freePort();
  const env = { ...process.env, ...settings, PORT: "0", PLAYGROUND_PORT: String(port), DATA_DIR: dataDir, CI: "1" };
  const start = spawn(process.execPath, [START], { env, stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(start, "exit");
  const chatUrl = `http://127.0.0.1:${port}`;
  let output = "";
  start.stderr.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const hasStarted = () => {
    if (start.exitCode !== null) throw new Error(`the assistant ended: ${output}`);
    return output.includes(chatUrl) || undefined;
  };
  await until("the Playground to start", hasStarted, START_PATIENCE_MS);
  return {
    chatUrl,
    botUrl: /draait op (http:\S+)/.exec(output)?.[1] ?? "",
    dataDir,
    async stop() {
      start.kill();
      await ended;
      rmSync(dataDir, { recursive: true });
    },
  };
}
