import type { Question } from "../content/schema/question.ts";

/** What is wrong with a choice, or `ok`. */
export type ChoiceCheck = "ok" | "empty" | "unknown-option" | "too-many" | "not-together";

/** Whether `chosen` (option ids) is an answer that `question` allows. */
export function checkChoice(question: Question, chosen: readonly string[]): ChoiceCheck {
  if (chosen.length === 0) return "empty";
  const options = chosen.map((id) => question.options.find((option) => option.id === id));
  if (options.includes(undefined)) return "unknown-option";
  if (question.kind === "single" && chosen.length > 1) return "too-many";
  if (chosen.length > 1 && options.some((option) => option?.alone)) return "not-together";
  return "ok";
}
