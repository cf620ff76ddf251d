import { atoms } from "../conditions/atoms.ts";
import type { Atom, Condition } from "../content/schema/condition.ts";
import { UNKNOWN_OPTION } from "../content/schema/id.ts";
import type { Question } from "../content/schema/question.ts";

/** A question with every answer that the conditions can tell apart; undefined is "not answered". */
export interface Dimension {
  question: string;
  answers: (readonly string[] | undefined)[];
}

/**
 * Every set of answers over which `conditions` can differ. Options that all conditions treat alike
 * are represented by as many of them as an `at-least` can count. Questions come in the order in
 * which the conditions name them.
 * @param fixed a question that always has the single answer `option`
 */
export function answerSpace(
  conditions: readonly Condition[],
  questions: ReadonlyMap<string, Question>,
  fixed?: string,
  option?: string,
): Dimension[] {
  const byQuestion = new Map<string, Atom[]>();
  if (fixed) byQuestion.set(fixed, []);
  for (const atom of conditions.flatMap(atoms)) {
    byQuestion.set(atom.question, [...(byQuestion.get(atom.question) ?? []), atom]);
  }
  return [...byQuestion].map(([id, used]) => ({
    question: id,
    answers: id === fixed && option ? [[option]] : possibleAnswers(questions.get(id), used),
  }));
}

function possibleAnswers(question: Question | undefined, used: Atom[]): (readonly string[] | undefined)[] {
  if (!question) return [undefined];
  const options = representatives(question, used);
  if (question.kind === "single") return [undefined, ...options.map((id) => [id])];
  const alone = question.options.filter((option) => option.alone).map((option) => option.id);
  const together = options.filter((id) => !alone.includes(id));
  return [undefined, ...options.filter((id) => alone.includes(id)).map((id) => [id]), ...subsets(together)];
}

/** One option for each group that the atoms cannot tell apart, or more where an atom counts. */
function representatives(question: Question, used: Atom[]): string[] {
  const most = Math.max(1, ...used.map((atom) => atom["at-least"]));
  const groups = new Map<string, string[]>();
  for (const option of question.options) {
    const key = `${used.map((atom) => atom.is.includes(option.id)).join()} ${option.alone} ${option.id === UNKNOWN_OPTION}`;
    groups.set(key, [...(groups.get(key) ?? []), option.id]);
  }
  return [...groups.values()].flatMap((ids) => ids.slice(0, most));
}

function subsets(ids: readonly string[]): string[][] {
  const all: string[][] = [[]];
  for (const id of ids) all.push(...all.map((set) => [...set, id]));
  return all.filter((set) => set.length > 0);
}
