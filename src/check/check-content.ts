import type { Content } from "../content/content.ts";
import { fileKindOf } from "../content/file-kinds.ts";
import { type LoadedContent, loadContent } from "../content/load-content.ts";
import { type Mistake, sortMistakes } from "../content/mistake.ts";
import type { parseFile } from "../content/parse-file.ts";
import type { ContentFolders } from "../content/read-files.ts";
import { keptModels, type LearnedModels, learn } from "./kept-models.ts";
import { noticeUnlearned } from "./notice-typed-lines.ts";
import { applyRules, LINES } from "./rules.ts";

export interface CheckedContent {
  /** Fit to be used; undefined when there is any mistake. */
  content: Content | undefined;
  /** Of files that break a rule of `RULES` and can be read all the same: to be tried by who made them, and by nobody else. */
  readable: Content | undefined;
  mistakes: Mistake[];
  /** What may be right, and somebody should look at. */
  warnings: Mistake[];
}

export interface CheckOptions {
  /** Where what is learned is kept; absent: it is learned again. */
  modelsFile?: string;
  /** Remembers what it parsed, for who checks again and again. */
  parse?: typeof parseFile;
}

/**
 * Everything that `npm run check:content` checks: shape, references, reachability, cards, invariants,
 * forbidden phrases and example conversations. Never throws on bad content.
 * @param folder the folder that holds `dialogs/` and `cards/`, or both folders apart
 */
export async function checkContent(
  folder: string | ContentFolders,
  { modelsFile, parse }: CheckOptions = {},
): Promise<CheckedContent> {
  const read = await loadContent(folder, { parse, keepsUnfinished: true });
  const learned = learnedFrom(read, modelsFile);
  const { unlearned = new Set<string>(), ...models } = learned ?? {};
  const loaded = { ...read, partial: { ...read.partial, ...models } };
  const { mistakes, warnings, isReadable } = applyRules(loaded, ["cheap", "costly"]);
  const content = mistakes.length === 0 ? loaded.partial : undefined;
  const readable = isReadable && !content ? loaded.partial : undefined;
  const noticed = sortMistakes([...warnings, ...noticeUnlearned(loaded, unlearned)]);
  return { content, readable, mistakes: [...mistakes], warnings: noticed };
}

/** What typed text is understood by; undefined when there is nothing sound to learn from. */
function learnedFrom(
  { mistakes, unfinished, draft, partial }: LoadedContent,
  file: string | undefined,
): LearnedModels | undefined {
  const broken = new Set([...mistakes, ...unfinished].map(({ file }) => fileKindOf(file)?.kind));
  if (LINES.some((kind) => broken.has(kind) || draft[kind].length === 0)) return undefined;
  return file === undefined ? learn(partial) : keptModels(partial, file);
}
