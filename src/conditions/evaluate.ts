import type { Atom, Condition } from "../content/schema/condition.ts";
import { UNKNOWN_OPTION } from "../content/schema/id.ts";

/** Question id to chosen option ids. A question without a key was not answered. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** `unknown`: a "weet ik niet" leaves it open. `absent`: a question it needs was not answered. */
export type Truth = "true" | "false" | "unknown" | "absent";

/**
 * Whether `condition` holds for `answers`. "Weet ik niet" is never counted as "nee": it gives
 * `unknown` unless the condition asks for it by name (design, "One turn").
 */
export function evaluate(condition: Condition, answers: Answers): Truth {
  if ("question" in condition) return evaluateAtom(condition, answers);
  if ("all" in condition) return conjunction(condition.all.map((part) => evaluate(part, answers)));
  if ("any" in condition) return disjunction(condition.any.map((part) => evaluate(part, answers)));
  return negation(disjunction(condition.none.map((part) => evaluate(part, answers))));
}

function evaluateAtom(atom: Atom, answers: Answers): Truth {
  const chosen = answers[atom.question];
  if (!chosen) return "absent";
  const hits = atom.is.filter((option) => chosen.includes(option)).length;
  if (hits >= atom["at-least"]) return "true";
  return chosen.includes(UNKNOWN_OPTION) ? "unknown" : "false";
}

function conjunction(parts: Truth[]): Truth {
  return firstOf(parts, ["false", "absent", "unknown"]) ?? "true";
}

function disjunction(parts: Truth[]): Truth {
  return firstOf(parts, ["true", "unknown", "absent"]) ?? "false";
}

function negation(part: Truth): Truth {
  if (part === "true") return "false";
  return part === "false" ? "true" : part;
}

function firstOf(parts: Truth[], order: Truth[]): Truth | undefined {
  return order.find((truth) => parts.includes(truth));
}
