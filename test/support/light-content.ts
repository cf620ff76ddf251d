import { cpSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

const PROJECT = resolve(import.meta.dirname, "../..");

/**
 * A temporary folder with the real content and one example conversation: playing all of them is most of the
 * time of a start.
 */
export function lightContent(): ReturnType<typeof temporaryFolder> {
  const content = temporaryFolder();
  for (const room of ["dialogs", "cards"]) cpSync(join(PROJECT, room), join(content.folder, room), { recursive: true });
  const examples = join(content.folder, "dialogs/examples");
  for (const name of readdirSync(examples).slice(1)) rmSync(join(examples, name));
  return content;
}
