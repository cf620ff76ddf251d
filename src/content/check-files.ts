import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makePrivateFolder } from "../make-private-folder.ts";
import { type ContentFolders, foldersIn, type RawFile } from "./read-files.ts";

/**
 * Checks files that stand in no folder, with a check that reads folders.
 * @param files whose paths stay inside `dialogs/` and `cards/`
 */
export async function checkFiles<T>(
  files: readonly RawFile[],
  check: (folders: ContentFolders) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "wijkteam-"));
  try {
    // Also when there is nothing to put in them.
    for (const room of Object.values(foldersIn(folder))) makePrivateFolder(room);
    for (const { file, bytes } of files) {
      makePrivateFolder(dirname(join(folder, file)));
      await writeFile(join(folder, file), bytes);
    }
    return await check(foldersIn(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
