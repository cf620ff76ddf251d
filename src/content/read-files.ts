import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Mistake } from "./mistake.ts";

/** One file as it stands on disk. */
export interface RawFile {
  /** Relative to the content folder, with forward slashes. */
  file: string;
  bytes: Uint8Array;
}

/** Where the two content folders stand. */
export interface ContentFolders {
  dialogs: string;
  cards: string;
}

/** The usual place: both in one folder. */
export function foldersIn(folder: string): ContentFolders {
  return { dialogs: join(folder, "dialogs"), cards: join(folder, "cards") };
}

/** What editors and systems leave beside the files of people: `texts.yaml~`, `Thumbs.db`. */
const LEFTOVER = /~$|(^|\/)(Thumbs\.db|desktop\.ini)$/i;

/**
 * All files in both folders, in a fixed order: whatever has no place there is for the caller to name. Only hidden
 * files and leftovers of editors are left out. Never throws.
 */
export async function readFiles(folders: ContentFolders): Promise<{ files: RawFile[]; mistakes: Mistake[] }> {
  const files: RawFile[] = [];
  const mistakes: Mistake[] = [];
  for (const root of ["dialogs", "cards"] as const) {
    const names = await listFiles(folders[root]).catch(() => undefined);
    if (!names) mistakes.push(missingFolder(root, folders[root]));
    for (const name of names ?? []) {
      const file = `${root}/${name}`;
      const bytes = await readFile(join(folders[root], name)).catch(() => undefined);
      if (bytes) files.push({ file, bytes });
      else mistakes.push(unreadable(file));
    }
  }
  return { files, mistakes };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => !LEFTOVER.test(name) && !`/${name}`.includes("/."))
    .sort();
}

function missingFolder(root: string, folder: string): Mistake {
  return {
    file: root,
    line: 1,
    column: 1,
    rule: "missing-folder",
    what: `De map "${folder}" is er niet of is niet te lezen.`,
    fix: "Geef de map op die dialogs en cards bevat, of zet de map terug.",
  };
}

function unreadable(file: string): Mistake {
  return {
    file,
    line: 1,
    column: 1,
    rule: "unreadable-file",
    what: "Dit bestand is niet te lezen.",
    fix: "Kijk of het een gewoon bestand is en of je het mag lezen.",
  };
}
