import { type Answers, evaluate, type Truth } from "../../conditions/evaluate.ts";
import type { Condition } from "../../content/schema/condition.ts";

/**
 * What is left to decide of `condition`: two sets of answers with the same text have the same outcome, whatever is
 * answered later. Parts that cannot matter any more are left out.
 */
export function residual(condition: Condition, answers: Answers): string {
  if ("question" in condition) {
    const truth = evaluate(condition, answers);
    return truth === "absent" ? JSON.stringify([condition.question, condition.is, condition["at-least"]]) : truth;
  }
  if ("all" in condition) return combine("all", condition.all, answers, "false", "true");
  if ("any" in condition) return combine("any", condition.any, answers, "true", "false");
  return opposite(combine("any", condition.none, answers, "true", "false"));
}

/** @param decides one such part decides the whole @param neutral such a part adds nothing */
function combine(
  kind: "all" | "any",
  parts: readonly Condition[],
  answers: Answers,
  decides: Truth,
  neutral: Truth,
): string {
  const left = parts.map((part) => residual(part, answers));
  if (left.includes(decides)) return decides;
  const open = [...new Set(left.filter((part) => part !== neutral))];
  if (open.length === 0) return neutral;
  return open.length === 1 ? (open[0] as string) : `${kind}(${open.join()})`;
}

function opposite(left: string): string {
  if (left === "true") return "false";
  if (left === "false") return "true";
  return left === "unknown" ? left : `not(${left})`;
}
