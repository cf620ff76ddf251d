import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
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

const READ = /\.(ya?ml|json)$|^knowledge\/.*\.md$/i;

/** All YAML and JSON files, and the articles, in both folders, in a fixed order. Hidden files are left out. Never throws. */
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
  const names = await readdir(folder, { recursive: true });
  return names
    .map((name) => name.split(sep).join("/"))
    .filter((name) => READ.test(name) && !`/${name}`.includes("/."))
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
