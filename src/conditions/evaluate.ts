import type { Atom, Condition } from "../content/schema/condition.ts";
import { UNKNOWN_OPTION } from "../content/schema/id.ts";

/** Question id to chosen option ids. A question without a key was not answered. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** `unknown`: a "weet ik niet" leaves it open. `absent`: a question it needs was not answered. */
export type Truth = "true" | "false" | "unknown" | "absent";

/** What decides over all parts together, the strongest first. */
const AGAINST_ALL: readonly Truth[] = ["false", "absent", "unknown"];
const FOR_ANY: readonly Truth[] = ["true", "unknown", "absent"];

/**
 * Whether `condition` holds for `answers`. "Weet ik niet" is never counted as "nee": it gives
 * `unknown` unless the condition asks for it by name (design, "One turn").
 * @param unasked what a question without an answer gives; "false" when it is sure that it is not asked any more
 */
export function evaluate(condition: Condition, answers: Answers, unasked: Truth = "absent"): Truth {
  if ("question" in condition) return evaluateAtom(condition, answers, unasked);
  if ("all" in condition) return firstFound(AGAINST_ALL, condition.all, answers, unasked) ?? "true";
  if ("any" in condition) return disjunction(condition.any, answers, unasked);
  return negation(disjunction(condition.none, answers, unasked));
}

function evaluateAtom(atom: Atom, answers: Answers, unasked: Truth): Truth {
  const chosen = answers[atom.question];
  if (!chosen) return unasked;
  let hits = 0;
  for (const option of atom.is) if (chosen.includes(option)) hits += 1;
  if (hits >= atom["at-least"]) return "true";
  return chosen.includes(UNKNOWN_OPTION) ? "unknown" : "false";
}

function disjunction(parts: readonly Condition[], answers: Answers, unasked: Truth): Truth {
  return firstFound(FOR_ANY, parts, answers, unasked) ?? "false";
}

function negation(part: Truth): Truth {
  if (part === "true") return "false";
  return part === "false" ? "true" : part;
}

/** The first of `order` that one of the parts has; the parts after one that decides are not looked at. */
function firstFound(
  order: readonly Truth[],
  parts: readonly Condition[],
  answers: Answers,
  unasked: Truth,
): Truth | undefined {
  let first = order.length;
  for (const part of parts) {
    const place = order.indexOf(evaluate(part, answers, unasked));
    if (place === 0) return order[0];
    if (place > 0 && place < first) first = place;
  }
  return order[first];
}
