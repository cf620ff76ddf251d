import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deepFreeze } from "../content/deep-freeze.ts";
import type { ContentFolders } from "../content/read-files.ts";
import { AppError } from "../errors.ts";
import type { CheckedContent } from "./check-content.ts";
import { MODELS_FILE } from "./kept-models.ts";

const CHILD = fileURLToPath(new URL("./check-child.ts", import.meta.url));

/**
 * The whole check, in a process of its own, which sends the content over: reading, learning and proving take seconds and
 * some hundreds of megabytes, which would hold up the turns that are going on and stay with this process.
 * @param dataDir where what is learned is kept
 * @param signal ends the check at once
 * @throws AppError CHECK_FAILED when the check itself breaks down; AbortError when it was ended
 */
export async function checkApart(
  { dialogs, cards }: ContentFolders,
  dataDir: string,
  signal?: AbortSignal,
): Promise<CheckedContent> {
  const args = [dialogs, cards, join(dataDir, MODELS_FILE)];
  // Unlike JSON, the advanced serialization knows the maps that content is made of.
  const child = fork(CHILD, args, { execArgv: [], serialization: "advanced", ...(signal && { signal }) });
  const ended = once(child, "exit").then(([code]) => {
    const what = `De controle van de inhoud brak af (code ${code}).`;
    throw new AppError("CHECK_FAILED", what, "Kijk wat erboven staat, en probeer: npm run check:content");
  });
  const checked = await Promise.race([messageOf(child), ended]);
  ended.catch(() => undefined);
  return deepFreeze(checked);
}

/** What the check sends. In watch mode Node sends messages of its own over the same channel. */
function messageOf(child: ChildProcess): Promise<CheckedContent> {
  return new Promise((resolve) => {
    child.on("message", (message: { checked?: CheckedContent }) => {
      if (message.checked) resolve(message.checked);
    });
  });
}
