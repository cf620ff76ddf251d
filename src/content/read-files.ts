import { existsSync } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
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

/** What editors and systems leave beside the files of people: `links.yaml~`, `Thumbs.db`. */
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

/**
 * The files in a folder and the folders in it, in a fixed order, with forward slashes. A link counts as what it points
 * to, because Kubernetes mounts files and folders as links.
 * @throws the error of the system when the folder cannot be read
 */
export async function listFiles(folder: string): Promise<string[]> {
  const names = await walk(folder, []);
  return names.filter((name) => !LEFTOVER.test(name)).sort();
}

/** @param above the real folders that this one is in: a link to one of them would go round for ever */
async function walk(folder: string, above: readonly string[]): Promise<string[]> {
  const real = await realpath(folder);
  if (above.includes(real)) return [];
  const names = (await readdir(folder)).filter((name) => !name.startsWith("."));
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const isFolder = await stat(path).then(
        (status) => status.isDirectory(),
        () => false,
      );
      return isFolder ? (await walk(path, [...above, real])).map((inside) => `${name}/${inside}`) : [name];
    }),
  );
  return found.flat();
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
