import { randomUUID } from "node:crypto";
import { enableCompileCache, flushCompileCache } from "node:module";
import { join } from "node:path";
import { readConfig } from "./config.ts";
import { AppError } from "./errors.ts";
import { createLog, type Log } from "./log.ts";
import { makePrivateFolder } from "./make-private-folder.ts";

/** What the process that started this one is told, once it listens. */
export interface Ready {
  /** For example `http://127.0.0.1:3978`. */
  url: string;
  dataDir: string;
  /** A chat on this machine is wanted and can work: not in production, nor with a bot that Teams must sign for. */
  chat: boolean;
}

/** Time for the turns that are going on; hosts kill a process some seconds later. */
const STOP_WITHIN_MS = 10_000;

try {
  await start();
} catch (error) {
  printError(error);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readConfig();
  const log = createLog({ level: config.logLevel });
  process.on("uncaughtException", (error) => crash(log, error));
  keepCompiled(config.dataDir);
  // Loaded only now: it takes a second, and settings that are wrong are told at once.
  const [{ createApp }, { loadRest }] = await Promise.all([import("./app.ts"), import("./app/load-rest.ts")]);
  const app = await createApp(config, log);
  stopOnSignal(app, log);
  const url = await app.listen();
  console.error(`De wijkteam-assistent draait op ${url}`);
  const ready: Ready = { url, dataDir: config.dataDir, chat: !config.noChat && !config.production && !config.bot };
  process.send?.(ready);
  // What cannot be loaded is told to who asks for it.
  loadRest().then(flushCompileCache, () => {});
}

/** Keeps what Node makes of the source files, so that the next start takes a third less CPU. */
function keepCompiled(dataDir: string): void {
  try {
    makePrivateFolder(dataDir);
  } catch {
    // Who opens the stores says what is wrong with the folder.
    return;
  }
  enableCompileCache(join(dataDir, "compiled"));
}

/** What a person can mend is said as such; all else comes with its stack, as nobody has typed anything yet. */
function printError(error: unknown): void {
  if (error instanceof AppError) console.error(`${error.code}: ${error.message}\nZo los je het op: ${error.fix}`);
  else console.error("De wijkteam-assistent kon niet starten door een onverwachte fout:\n", error);
}

function stopOnSignal(app: { close(): Promise<void> }, log: Log): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    log.info("stopping");
    setTimeout(() => {
      log.warn("stopped-early");
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    await app.close();
    log.info("stopped");
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** By itself Node would print the message of the error, in which may stand what was typed. */
function crash(log: Log, error: unknown): never {
  const reference = randomUUID().slice(0, 8);
  log.fatal("server-failed", { reference, error });
  console.error(`De wijkteam-assistent stopt door een onverwachte fout. Kenmerk in het logboek: ${reference}`);
  process.exit(1);
}
