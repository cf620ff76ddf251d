import type { Atom, Condition } from "../content/schema/condition.ts";
import { atoms } from "./atoms.ts";
import { type Answers, evaluate } from "./evaluate.ts";

/** One question with the chosen options that matter for a condition. */
export interface Ground {
  question: string;
  options: string[];
}

/** The answers that make `condition` true. Call it only for a condition that holds. */
export function grounds(condition: Condition, answers: Answers): Ground[] {
  return merge(satisfied(condition, answers).map((atom) => groundOf(atom, answers)));
}

/** Ids of the questions whose "weet ik niet" leaves `condition` open. */
export function openQuestions(condition: Condition, answers: Answers): string[] {
  const open = atoms(condition).filter((atom) => evaluate(atom, answers) === "unknown");
  return [...new Set(open.map((atom) => atom.question))];
}

function satisfied(condition: Condition, answers: Answers): Atom[] {
  if ("question" in condition) return [condition];
  if ("all" in condition) return condition.all.flatMap((part) => satisfied(part, answers));
  if ("none" in condition) return atoms(condition);
  return condition.any.filter((part) => evaluate(part, answers) === "true").flatMap((part) => satisfied(part, answers));
}

/** The options that hit; for a denied atom, whatever was chosen instead. */
function groundOf(atom: Atom, answers: Answers): Ground {
  const chosen = answers[atom.question] ?? [];
  const hits = chosen.filter((option) => atom.is.includes(option));
  return { question: atom.question, options: hits.length > 0 ? hits : [...chosen] };
}

function merge(list: Ground[]): Ground[] {
  const merged = new Map<string, string[]>();
  for (const { question, options } of list) {
    merged.set(question, [...new Set([...(merged.get(question) ?? []), ...options])]);
  }
  return [...merged].map(([question, options]) => ({ question, options }));
}
