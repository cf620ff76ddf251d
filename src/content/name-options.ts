import type { Atom } from "./schema/condition.ts";
import { UNKNOWN_OPTION } from "./schema/id.ts";
import type { Question } from "./schema/question.ts";

/**
 * Fills `is` of every `any-but` inside `value`, so that whoever reads a condition only needs `is`. An option that is
 * added to a question later is among them from then on. Plain data with conditions in it; changed in place.
 */
export function nameOptions(value: unknown, questions: ReadonlyMap<string, Pick<Question, "options">>): void {
  if (typeof value !== "object" || value === null) return;
  if (isAnyBut(value)) {
    const options = questions.get(value.question)?.options ?? [];
    const others = new Set([...value["any-but"], UNKNOWN_OPTION]);
    value.is = options.map(({ id }) => id).filter((id) => !others.has(id));
  }
  for (const child of Object.values(value)) nameOptions(child, questions);
}

function isAnyBut(value: object): value is Atom & { "any-but": string[] } {
  return "question" in value && "any-but" in value && Array.isArray(value["any-but"]);
}
