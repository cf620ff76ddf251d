import { UNKNOWN_OPTION } from "../content/schema/id.ts";
import type { Option, Question } from "../content/schema/question.ts";
import { MAX_RANKED } from "./offered-options.ts";

/** What is wrong with a choice, or `ok`. */
export type ChoiceCheck = "ok" | "empty" | "unknown-option" | "too-many" | "not-together";

/** Whether `chosen` (option ids) is an answer that `question` allows. @param offered what can be chosen now */
export function checkChoice(
  question: Question,
  chosen: readonly string[],
  offered: readonly Option[] = question.options,
): ChoiceCheck {
  if (chosen.length === 0) return "empty";
  const options = chosen.map((id) => offered.find((option) => option.id === id));
  if (options.includes(undefined)) return "unknown-option";
  if (question.kind === "ranking") return checkRanking(chosen);
  if (question.kind === "single" && chosen.length > 1) return "too-many";
  if (chosen.length > 1 && options.some((option) => option?.alone)) return "not-together";
  return "ok";
}

function checkRanking(chosen: readonly string[]): ChoiceCheck {
  if (chosen.length > 1 && chosen.includes(UNKNOWN_OPTION)) return "not-together";
  return chosen.length > MAX_RANKED ? "too-many" : "ok";
}
