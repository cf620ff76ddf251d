import { AppError } from "../errors.ts";
import { hashFiles } from "./assemble.ts";
import { checkFiles } from "./check-files.ts";
import type { Content } from "./content.ts";
import type { Mistake } from "./mistake.ts";
import { type ContentFolders, type RawFile, readFiles } from "./read-files.ts";

/** Content that was checked without mistakes, and the files that it was made of. */
export interface KeptContent {
  content: Content;
  files: readonly RawFile[];
  /** Made by a check of other code: the files have to be checked again before they may be used. */
  isOld: boolean;
}

/** Where the last good content is kept. Neither throws: without it a start only takes longer. */
export interface ContentKeeper {
  read(): Promise<KeptContent | undefined>;
  write(kept: Omit<KeptContent, "isOld">): Promise<void>;
}

export interface OpenContent {
  folders: ContentFolders;
  check: (folders: ContentFolders) => Promise<{ content: Content | undefined; mistakes: Mistake[] }>;
  keeper: ContentKeeper;
}

export interface OpenedContent {
  content: Content;
  /** Those of the files in the folders, when what is used is the last good version instead. */
  mistakes: Mistake[];
}

/**
 * The content to start with. Files that were found right before, by this same code, are not checked again. Files with
 * a mistake never stop a start: then it is the last version without one.
 * @throws AppError CONTENT_INVALID, after `show` was called with all mistakes, when there is no such version
 */
export async function openContent(
  { folders, check, keeper }: OpenContent,
  show: (mistakes: readonly Mistake[]) => void,
): Promise<OpenedContent> {
  const kept = await keeper.read();
  const { files } = await readFiles(folders);
  if (kept && !kept.isOld && kept.content.version === hashFiles(files)) return { content: kept.content, mistakes: [] };
  const { content, mistakes } = await check(folders);
  if (content) {
    await keepContent(content, { folders, keeper });
    return { content, mistakes: [] };
  }
  show(mistakes);
  const again = (cause: unknown) => {
    throw contentInvalid(mistakes, cause);
  };
  const last = kept?.isOld ? (await checkFiles(kept.files, check).catch(again)).content : kept?.content;
  if (!last) throw contentInvalid(mistakes);
  return { content: last, mistakes };
}

/** Keeps content that was just checked, unless its files have changed since. */
export async function keepContent(
  content: Content,
  { folders, keeper }: Pick<OpenContent, "folders" | "keeper">,
): Promise<void> {
  const { files } = await readFiles(folders);
  if (hashFiles(files) === content.version) await keeper.write({ content, files });
}

export function contentInvalid(mistakes: readonly Mistake[], cause?: unknown): AppError {
  return new AppError(
    "CONTENT_INVALID",
    `De inhoud heeft ${mistakes.length === 1 ? "een fout" : `${mistakes.length} fouten`}.`,
    "Verbeter wat hierboven staat en start opnieuw. Controleren kan ook met: npm run check:content",
    { cause },
  );
}
