import type { Questions } from "../../content/content.ts";
import type { Atom, Condition } from "../../content/schema/condition.ts";

/** A condition in words, for a reader of the drawing: `Direct gevaar: nee` and so on. */
export function conditionText(condition: Condition, questions: Questions): string {
  if ("question" in condition) return atomText(condition, questions);
  if ("all" in condition) return join(condition.all, " en ", questions);
  if ("any" in condition) return join(condition.any, " of ", questions);
  return `niet (${join(condition.none, " of ", questions)})`;
}

function atomText({ question, is, "at-least": atLeast }: Atom, questions: Questions): string {
  const label = questions.get(question)?.label ?? question;
  const count = atLeast > 1 ? `minstens ${atLeast} van ` : "";
  return `${label}: ${count}${is.join(" / ")}`;
}

function join(parts: readonly Condition[], word: string, questions: Questions): string {
  return parts
    .map((part) => conditionText(part, questions))
    .map((text, index) => ("question" in (parts[index] as Condition) || parts.length === 1 ? text : `(${text})`))
    .join(word);
}
