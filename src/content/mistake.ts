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
}

/** What is wrong and how to mend it, before its place is known. */
export type Finding = Pick<Mistake, "rule" | "what" | "fix">;

/** The mistake as one line: `file:line:column  rule  what  fix`. */
export function formatMistake({ file, line, column, rule, what, fix }: Mistake): string {
  return `${file}:${line}:${column}  ${rule}  ${what}  ${fix}`.replace(/[\r\n]+/g, " ");
}

/** In the order of reading: by file, line and column. The same mistake is kept once. */
export function sortMistakes(mistakes: readonly Mistake[]): Mistake[] {
  const unique = new Map(mistakes.map((mistake) => [formatMistake(mistake), mistake]));
  return [...unique.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
