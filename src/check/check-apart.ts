import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deepFreeze } from "../content/deep-freeze.ts";
import type { ContentFolders } from "../content/read-files.ts";
import { AppError } from "../errors.ts";
import type { CheckedContent } from "./check-content.ts";
import { MODELS_FILE } from "./kept-models.ts";

const CHILD = fileURLToPath(new URL("./check-child.ts", import.meta.url));

/** What the process of the check is asked. */
export interface CheckRequest {
  folders: ContentFolders;
  /** Where what is learned is kept. */
  modelsFile: string;
}

/**
 * The whole check of the content in two folders.
 * @param signal ends the check at once
 * @throws AppError CHECK_FAILED when the check itself breaks down; AbortError when it was ended
 */
export type ApartCheck = (folders: ContentFolders, signal?: AbortSignal) => Promise<CheckedContent>;

/**
 * Makes the check, which runs in a process of its own and sends the content over: reading, learning and proving take
 * seconds and some hundreds of megabytes, which would hold up the turns that are going on and stay with this process.
 * That process stays for some seconds, because who changes content has it checked again and again: the second time costs
 * half as much.
 * @param dataDir where what is learned is kept
 */
export function createApartCheck(dataDir: string): ApartCheck {
  const modelsFile = join(dataDir, MODELS_FILE);
  let idle: ChildProcess | undefined;

  async function askOne(child: ChildProcess, folders: ContentFolders, signal: AbortSignal | undefined) {
    const end = () => child.kill();
    signal?.addEventListener("abort", end);
    const checked = await ask(child, { folders, modelsFile });
    signal?.removeEventListener("abort", end);
    signal?.throwIfAborted();
    if (checked) idle = child;
    return checked;
  }

  return async (folders, signal) => {
    signal?.throwIfAborted();
    const known = idle;
    idle = undefined;
    const before = known && (await askOne(known, folders, signal));
    if (before) return deepFreeze(before);
    // One that stayed may have left at this very moment.
    const child = startChild();
    const checked = await askOne(child, folders, signal);
    if (checked) return deepFreeze(checked);
    const what = `De controle van de inhoud brak af (code ${child.exitCode ?? child.signalCode}).`;
    throw new AppError("CHECK_FAILED", what, "Kijk wat erboven staat, en probeer: npm run check:content");
  };
}

function startChild(): ChildProcess {
  // Unlike JSON, the advanced serialization knows the maps that content is made of.
  const child = fork(CHILD, { execArgv: [], serialization: "advanced" });
  // A process that cannot be started, or has gone, takes no request, and that is told then.
  return child.on("error", () => {});
}

/** What the check sends; undefined when its process ends before that. Who waits for no answer is not kept from ending. */
function ask(child: ChildProcess, request: CheckRequest): Promise<CheckedContent | undefined> {
  return new Promise((resolve) => {
    const done = (checked?: CheckedContent) => {
      child.off("message", onMessage).off("exit", onExit);
      child.unref();
      child.channel?.unref();
      resolve(checked);
    };
    // In watch mode Node sends messages of its own over the same channel.
    const onMessage = ({ checked }: { checked?: CheckedContent }) => checked && done(checked);
    const onExit = () => done();
    child.on("message", onMessage).on("exit", onExit);
    child.ref();
    child.channel?.ref();
    child.send(request, (error) => error && done());
  });
}
