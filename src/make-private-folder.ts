import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder, and those above it, readable by their owner only; one that is there stays as it is. Node's own
 * `recursive` never ends on a path where nothing can be made, such as one in /proc.
 * @throws the error of the system when it cannot be made
 */
export function makePrivateFolder(folder: string): void {
  if (makeOne(folder)) return;
  makePrivateFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** Returns false when the folder above is not there. */
function makeOne(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" && dirname(folder) !== folder) return false;
    if (code === "EEXIST") return true;
    throw error;
  }
}
