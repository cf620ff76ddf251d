import type { Answers } from "../conditions/evaluate.ts";
import { UNKNOWN_OPTION } from "../content/schema/id.ts";
import type { Question } from "../content/schema/question.ts";

/** How many situations are put in order: the three of TOP-3. */
export const MAX_RANKED = 3;

/**
 * The options that can be chosen now. Of a ranking and of a question about each of the answers to another: what was
 * chosen for that one.
 */
export function offeredOptions(question: Question, known: Answers): Question["options"] {
  const named = namedBy(question);
  if (named === undefined) return question.options;
  const chosen = known[named] ?? [];
  return question.options.filter(({ id, alone }) => alone || id === UNKNOWN_OPTION || chosen.includes(id));
}

/** Whether the options of a question depend on what was chosen for another. */
export function isNarrowed(question: Question): boolean {
  return namedBy(question) !== undefined;
}

function namedBy(question: Question): string | undefined {
  return question.ranks ?? question["each-of"];
}
