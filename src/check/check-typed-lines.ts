import type { LoadedContent } from "../content/load-content.ts";
import type { Mistake } from "../content/mistake.ts";
import { comparable } from "../language/normalise.ts";
import { type PlacedLine, placedLines } from "./placed-lines.ts";

/** A line is an example of one kind only, and stands there once. A question may also be an example of danger, or of none. */
export function checkTypedLines(loaded: LoadedContent): Mistake[] {
  const lines = placedLines(loaded);
  return [
    ...repeated(lines.filter(({ of }) => of !== "question")),
    ...repeated(lines.filter(({ of }) => of === "question")),
  ];
}

function repeated(lines: readonly PlacedLine[]): Mistake[] {
  const first = new Map<string, PlacedLine>();
  return lines.flatMap((line) => {
    const typed = comparable(line.text);
    const other = first.get(typed);
    first.set(typed, other ?? line);
    return other ? [line.mistake(other.kind === line.kind ? twice(line) : twoKinds(line, other))] : [];
  });
}

function twice({ text, kind }: PlacedLine) {
  return {
    rule: "duplicate-line",
    what: `De regel "${text}" staat twee keer bij "${kind}".`,
    fix: "Haal er één weg.",
  };
}

function twoKinds({ text, kind }: PlacedLine, other: PlacedLine) {
  return {
    rule: "line-of-two-kinds",
    what: `De regel "${text}" staat bij "${kind}" en ook bij "${other.kind}".`,
    fix: "Kies waar hij het best past, en haal hem op de andere plek weg.",
  };
}
