import { setImmediate } from "node:timers/promises";
import type { ContentFiles, FileChanges } from "../../content/content-files.ts";
import { AppError } from "../../errors.ts";
import { type Choose, type Conflict, mergeFile } from "./merge-files.ts";

/** Something in a file that somebody changed and somebody else published in another way; with an empty path the whole file. */
export interface DraftConflict extends Conflict {
  /** The same as long as both stay as they are. */
  key: string;
  file: string;
}

export interface MergedDraft {
  /** On top of what was published. */
  changes: FileChanges;
  /** All of them, also those that were chosen. */
  conflicts: DraftConflict[];
}

/**
 * The changes of somebody, on top of what others published since. Nothing that both changed is decided here.
 * @param before the files that the changes were made to
 * @param theirs the files as they are published now
 * @param keepsMine whether of a conflict with this key mine stays
 */
export async function mergeDraft(
  { before, changes, theirs }: { before: ContentFiles; changes: FileChanges; theirs: ContentFiles },
  keepsMine: (key: string) => boolean,
): Promise<MergedDraft> {
  const conflicts: DraftConflict[] = [];
  const merged: Record<string, string | null> = {};
  for (const [file, mine] of Object.entries(changes)) {
    await setImmediate();
    const found: DraftConflict[] = [];
    const choose = (conflict: Conflict) => {
      const key = `${file} ${JSON.stringify(conflict.path)}`;
      found.push({ ...conflict, key, file });
      return keepsMine(key);
    };
    const versions = { before: before[file], mine, theirs: theirs[file] };
    const whole = () => (choose({ ...versions, path: [], mine: mine ?? undefined }) ? mine : (theirs[file] ?? null));
    let text = mergedByValue(file, versions, choose);
    if (text === undefined) {
      found.length = 0;
      text = whole();
    }
    if (text !== (theirs[file] ?? null)) merged[file] = text;
    conflicts.push(...found);
  }
  return { changes: merged, conflicts };
}

interface Versions {
  before: string | undefined;
  mine: string | null;
  theirs: string | undefined;
}

/** Undefined for what has to be chosen as a whole: removed by one of them, new from both, or not to be read by value. */
function mergedByValue(file: string, { before, mine, theirs }: Versions, choose: Choose): string | null | undefined {
  if (before === theirs || mine === (theirs ?? null)) return mine;
  if (mine === null || before === undefined || theirs === undefined || !/\.(?:md|yaml)$/.test(file)) return undefined;
  try {
    return mergeFile({ before, mine, theirs, isArticle: file.endsWith(".md") }, choose);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
