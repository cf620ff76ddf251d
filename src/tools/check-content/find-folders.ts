import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ContentFolders, foldersIn } from "../../content/read-files.ts";

/**
 * The folders that `npm run check:content -- <folder>` means: a folder with `dialogs/` in it, or a
 * dialogs folder itself. Without cards of their own, dialogs are checked with those of the project.
 */
export function findFolders(folder: string | undefined, project: string): ContentFolders {
  if (folder === undefined) return foldersIn(project);
  const dialogs = existsSync(join(folder, "dialogs")) ? join(folder, "dialogs") : folder;
  const cards = join(dialogs, "..", "cards");
  return { dialogs, cards: existsSync(cards) ? cards : join(project, "cards") };
}
