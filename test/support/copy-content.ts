import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

const PROJECT = resolve(import.meta.dirname, "../..");

/** A temporary folder with the content of the project, to change. */
export function copyContent(): ReturnType<typeof temporaryFolder> {
  const content = temporaryFolder();
  for (const room of ["dialogs", "cards"]) cpSync(join(PROJECT, room), join(content.folder, room), { recursive: true });
  return content;
}
