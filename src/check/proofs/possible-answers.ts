import type { Atom } from "../../content/schema/condition.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import type { Question } from "../../content/schema/question.ts";

/**
 * Every answer to `question` that `atoms` (all about this question) can tell apart. Options that all
 * atoms treat alike are represented by as many of them as an `at-least` can count.
 */
export function possibleAnswers(question: Question, atoms: readonly Atom[]): (readonly string[])[] {
  const options = representatives(question, atoms);
  if (question.kind === "single") return options.map((id) => [id]);
  const alone = new Set(question.options.filter((option) => option.alone).map((option) => option.id));
  const together = options.filter((id) => !alone.has(id));
  return [...options.filter((id) => alone.has(id)).map((id) => [id]), ...subsets(together)];
}

/** One option for each group that the atoms cannot tell apart, or more where an atom counts. */
function representatives(question: Question, atoms: readonly Atom[]): string[] {
  const most = Math.max(1, ...atoms.map((atom) => atom["at-least"]));
  const groups = new Map<string, string[]>();
  for (const option of question.options) {
    const named = atoms.map((atom) => atom.is.includes(option.id)).join();
    const key = `${named} ${option.alone} ${option.id === UNKNOWN_OPTION}`;
    groups.set(key, [...(groups.get(key) ?? []), option.id]);
  }
  return [...groups.values()].flatMap((ids) => ids.slice(0, most));
}

function subsets(ids: readonly string[]): string[][] {
  let sets: string[][] = [[]];
  for (const id of ids) sets = sets.concat(sets.map((set) => [...set, id]));
  return sets.filter((set) => set.length > 0);
}
