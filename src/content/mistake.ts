import type { Path } from "./node-offset.ts";

/** The one change that is obviously meant: a program can make it when a person says so. */
export interface Mend {
  /** What the change is, in Dutch, as the name of a button. */
  label: string;
  /** The value that changes, in the file. */
  path: Path;
  /** What it becomes; absent: it goes. */
  value?: string | boolean;
}

/** What makes an example go as it says again, when a person says that the conversation is right as it is now. */
export interface ExampleMend {
  /** A question is asked there now and gets an answer, or one is not asked any more and its answer goes. */
  how: "answer" | "drop";
  question: string;
  /** Counted from 0; absent at a mistake that stands for several examples. */
  step?: number;
}

/** One mistake in the content, at the place where a person can mend it. */
export interface Mistake {
  /** Relative to the content folder, with forward slashes. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
  /** Short kebab-case name of the rule that is broken. */
  rule: string;
  /** What is wrong, in Dutch. */
  what: string;
  /** How to mend it, in Dutch. */
  fix: string;
  /** Absent when there is more than one way, or none without a person. */
  mend?: Mend;
  example?: ExampleMend;
  /** How late in the check it was seen; left out: on reading. What is seen later may follow from what was seen before. */
  stage?: number;
  /** The file, or place, of the mistake that this one follows from. */
  follows?: string;
}

/** From what the files refer to, and from there on what they do together. */
export const REFERENCES = 1;
export const TOGETHER = 2;

/** What is wrong and how to mend it, before its place is known. */
export interface Finding extends Pick<Mistake, "rule" | "what" | "fix" | "example"> {
  /** Without a path it changes the value at the place of the mistake itself. */
  mend?: Omit<Mend, "path"> & Partial<Pick<Mend, "path">>;
}

/** Mends what stands twice, or where nothing belongs. */
export const TAKE_AWAY: { readonly label: string } = { label: "Haal deze weg" };

/** Mends a value by writing what was meant. */
export function meant(value: string): { label: string; value: string } {
  return { label: `Maak er “${value}” van`, value };
}

/** The mistake as one line: `file:line:column  rule  what  fix`. */
export function formatMistake({ file, line, column, rule, what, fix }: Mistake): string {
  return `${file}:${line}:${column}  ${rule}  ${what}  ${fix}`.replace(/[\r\n]+/g, " ");
}

/** These mistakes, as seen at `stage` of the check. */
export function atStage(stage: number, mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.map((mistake) => ({ ...mistake, stage }));
}

/**
 * Causes first: in the order of the check, and then of reading: by file, line and column, with examples last because they
 * rest on everything else. The same mistake is kept once.
 */
export function sortMistakes(mistakes: readonly Mistake[]): Mistake[] {
  const unique = new Map(mistakes.map((mistake) => [formatMistake(mistake), mistake]));
  return [...unique.values()].sort(
    (a, b) =>
      (a.stage ?? 0) - (b.stage ?? 0) ||
      Number(isExample(a)) - Number(isExample(b)) ||
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.rule, b.rule),
  );
}

function isExample({ file }: Mistake): boolean {
  return file.startsWith("dialogs/examples/");
}

/** Sorted mistakes, each cause with how many follow from it. Those that say the same about the same thing count as one. */
export function foldMistakes(mistakes: readonly Mistake[]): { mistake: Mistake; more: number }[] {
  const heads: { mistake: Mistake; more: number }[] = [];
  for (const mistake of mistakes) {
    const head = heads.findLast((earlier) => isCause(earlier.mistake, mistake));
    if (head) head.more += 1;
    else heads.push({ mistake, more: 0 });
  }
  return heads;
}

/** The lines for sorted mistakes, each cause with one line for all that follows from it. */
export function formatMistakes(mistakes: readonly Mistake[]): string[] {
  return foldMistakes(mistakes).flatMap(({ mistake, more }) => [
    formatMistake(mistake),
    ...(more > 0 ? [moreLine(more)] : []),
  ]);
}

function isCause(earlier: Mistake, { stage, follows, rule, what }: Mistake): boolean {
  if (follows !== undefined)
    return earlier.file === follows || placeOf(earlier) === follows || earlier.follows === follows;
  return stage !== undefined && earlier.rule === rule && earlier.what === what;
}

/** `file:line:column` */
export function placeOf({ file, line, column }: Mistake): string {
  return `${file}:${line}:${column}`;
}

function moreLine(more: number): string {
  const lines = more === 1 ? "1 regel die hierdoor komt" : `${more} regels die hierdoor komen`;
  return `    en ${lines} (alle regels: npm run check:content -- --all)`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
