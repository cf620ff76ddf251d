import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { loadContent } from "../../content/load-content.ts";
import type { Mistake } from "../../content/mistake.ts";
import type { ContentFolders } from "../../content/read-files.ts";
import { AppError } from "../../errors.ts";
import type { CheckedContent } from "./check-content.ts";

/** What the child reports: mistakes, and the version of the content that it looked at. */
export interface Verdict {
  version: string;
  mistakes: Mistake[];
}

const CHILD = fileURLToPath(new URL("./check-child.ts", import.meta.url));

/**
 * The whole check, in a process of its own: its proofs take a second and some hundreds of megabytes,
 * which would hold up the turns that are going on and stay with this process.
 * @throws AppError CHECK_FAILED when the check itself breaks down
 */
export async function checkApart(folders: ContentFolders): Promise<CheckedContent> {
  const { version, mistakes } = await checkInChild(folders);
  if (mistakes.length > 0) return { content: undefined, mistakes };
  const { content } = await loadContent(folders);
  return content?.version === version ? { content, mistakes } : checkApart(folders);
}

async function checkInChild({ dialogs, cards }: ContentFolders): Promise<Verdict> {
  const child = fork(CHILD, [dialogs, cards], { execArgv: [] });
  const ended = once(child, "exit").then(([code]) => {
    const what = `De controle van de inhoud brak af (code ${code}).`;
    throw new AppError("CHECK_FAILED", what, "Kijk wat erboven staat, en probeer: npm run check:content");
  });
  const [verdict] = await Promise.race([once(child, "message"), ended]);
  ended.catch(() => undefined);
  return verdict;
}
