import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ContentFiles, changesBetween, toContentFiles } from "../../content/content-files.ts";
import { foldersIn, readFiles } from "../../content/read-files.ts";
import type { ExportedVersion } from "../../content/zip-files.ts";
import { AppError } from "../../errors.ts";

/** Goes with the files in git. It is hidden, so that it is no content. */
const VERSION_FILE = "dialogs/.versie.json";

export interface FolderContent {
  files: ContentFiles;
  /** Which version the files were taken from; absent: that is not known. */
  version?: ExportedVersion;
}

/** Makes `dialogs/` and `cards/` in a folder those of a version. Returns the paths that became others. */
export async function writeContentFolder(
  folder: string,
  files: ContentFiles,
  version: ExportedVersion,
): Promise<string[]> {
  const before = toContentFiles((await readFiles(foldersIn(folder))).files);
  const changes = changesBetween(before, files);
  for (const [file, text] of Object.entries(changes)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    if (text === null) rmSync(path);
    else writeFileSync(path, text);
  }
  mkdirSync(join(folder, "dialogs"), { recursive: true });
  writeFileSync(join(folder, VERSION_FILE), `${JSON.stringify(version)}\n`);
  return Object.keys(changes);
}

/** @throws AppError `NO_CONTENT` when there are no files */
export async function readContentFolder(folder: string): Promise<FolderContent> {
  const { files, mistakes } = await readFiles(foldersIn(folder));
  const [mistake] = mistakes;
  if (mistake) throw new AppError("NO_CONTENT", `${mistake.file}: ${mistake.what}`, mistake.fix);
  const version = readVersion(folder);
  return { files: toContentFiles(files), ...(version && { version }) };
}

/** Writes down what was published from this folder, so that the next push is on top of it. */
export function rememberVersion(folder: string, version: ExportedVersion): void {
  writeFileSync(join(folder, VERSION_FILE), `${JSON.stringify(version)}\n`);
}

function readVersion(folder: string): ExportedVersion | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, VERSION_FILE), "utf8")) as ExportedVersion;
  } catch {
    return undefined;
  }
}
