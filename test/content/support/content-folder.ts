import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SMALL_CONTENT } from "./small-content.ts";

/** File to its new text, to a change of the text it has, or to null for no file. */
export type Changes = Record<string, string | null | ((text: string) => string)>;

/** A temporary folder with the small content and minimal cards, after `changes`. Remove it with `remove`. */
export async function contentFolder(changes: Changes = {}, base = SMALL_CONTENT) {
  const folder = await mkdtemp(join(tmpdir(), "content-"));
  await write(folder, { ...base });
  await write(folder, changes, base);
  return {
    folder,
    /** Changes files of the base once more. */
    change: (more: Changes) => write(folder, more, base),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function write(folder: string, changes: Changes, base: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    if (change === null) await rm(path, { force: true });
    else await writeFile(path, typeof change === "string" ? change : changed(file, base[file] ?? "", change));
  }
}

function changed(file: string, text: string, change: (text: string) => string): string {
  const result = change(text);
  if (result === text) throw new Error(`the change to ${file} changes nothing`);
  return result;
}
