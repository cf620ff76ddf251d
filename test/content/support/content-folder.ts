import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SMALL_CONTENT } from "./small-content.ts";

type Files = Readonly<Record<string, string>>;

/** File to its new text, or to null for no file. */
export type Changes = Readonly<Record<string, string | null>>;

/** A temporary folder with `base` after `changes`. The caller removes it with `remove`. */
export async function contentFolder(changes: Changes = {}, base: Files = SMALL_CONTENT) {
  const folder = await mkdtemp(join(tmpdir(), "content-"));
  await write(folder, { ...base, ...changes });
  return {
    folder,
    write: (more: Changes) => write(folder, more),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function write(folder: string, files: Changes): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    if (text === null) await rm(path, { force: true });
    else await writeFile(path, text);
  }
}
