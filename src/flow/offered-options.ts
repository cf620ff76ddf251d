import type { Answers } from "../conditions/evaluate.ts";
import { UNKNOWN_OPTION } from "../content/schema/id.ts";
import type { Option, Question } from "../content/schema/question.ts";

/** How many situations are put in order: the three of TOP-3. */
export const MAX_RANKED = 3;

/** The options that can be chosen now: of a ranking only what was chosen for the question that it ranks. */
export function offeredOptions(question: Question, known: Answers): readonly Option[] {
  if (question.kind !== "ranking") return question.options;
  const chosen = known[question.ranks ?? ""] ?? [];
  return question.options.filter(({ id }) => id === UNKNOWN_OPTION || chosen.includes(id));
}
