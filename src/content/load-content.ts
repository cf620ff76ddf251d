import { assemble } from "./assemble.ts";
import type { Content } from "./content.ts";
import { type Draft, makeDraft } from "./draft.ts";
import { atStage, type Mistake, REFERENCES, sortMistakes } from "./mistake.ts";
import { parseFile } from "./parse-file.ts";
import { type ContentFolders, foldersIn, type RawFile, readFiles } from "./read-files.ts";
import { checkReferences } from "./references/check-references.ts";

export interface LoadedContent {
  /** Frozen; undefined when there is any mistake. */
  content: Content | undefined;
  /** All of them, in the order of reading. */
  mistakes: Mistake[];
  /** What is still empty in files that are in the draft all the same. */
  unfinished: Mistake[];
  /** What has the right shape, with its places: for checks that go further than this room. */
  draft: Draft;
  /** Content made of `draft`, also when there are mistakes; then it may lack parts. */
  partial: Content;
}

/**
 * Reads and checks content: the shape of each file, and the references between them.
 * Never throws on bad content or a missing folder: that gives mistakes.
 * @param folder the folder that holds `dialogs/` and `cards/`, or both folders apart
 */
export async function loadContent(
  folder: string | ContentFolders,
  options: Omit<LoadOptions, "unread"> = {},
): Promise<LoadedContent> {
  const { files, mistakes } = await readFiles(typeof folder === "string" ? foldersIn(folder) : folder);
  return loadFiles(files, { ...options, unread: mistakes });
}

interface LoadOptions {
  /** Remembers what it parsed, for who reads the same content again. */
  parse?: typeof parseFile | undefined;
  /** What went wrong with reading the files. */
  unread?: readonly Mistake[];
  /** As of `makeDraft`. */
  keepsUnfinished?: boolean;
}

/** The same of files that were read. */
export function loadFiles(
  files: readonly RawFile[],
  { parse = parseFile, unread = [], keepsUnfinished = false }: LoadOptions = {},
): LoadedContent {
  const { draft, mistakes: misshapen, unfinished } = makeDraft(files, parse, keepsUnfinished);
  const mistakes = sortMistakes([...unread, ...misshapen, ...atStage(REFERENCES, checkReferences(draft))]);
  const partial = assemble(draft, files);
  const isWhole = mistakes.length + unfinished.length === 0;
  return { content: isWhole ? partial : undefined, mistakes, unfinished, draft, partial };
}
