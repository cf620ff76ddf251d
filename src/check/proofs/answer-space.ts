import { atoms } from "../../conditions/atoms.ts";
import type { Answers } from "../../conditions/evaluate.ts";
import type { Questions } from "../../content/content.ts";
import type { Atom, Condition } from "../../content/schema/condition.ts";
import type { Question } from "../../content/schema/question.ts";
import { possibleAnswers } from "./possible-answers.ts";

/** A question with every answer that the conditions can tell apart; undefined is "not answered". */
export interface Dimension {
  question: string;
  answers: (readonly string[] | undefined)[];
}

/** The questions of a given condition, and those of other conditions that it does not name. */
export interface Space {
  given: readonly Dimension[];
  rest: readonly Dimension[];
}

/**
 * Every set of answers over which `given` and `others` can differ, split into the questions that `given`
 * names and the rest. Options that all conditions treat alike are represented by as many of them as an
 * `at-least` can count.
 * @param fixed questions that have one answer throughout
 */
export function answerSpace(
  given: Condition,
  others: readonly Condition[],
  questions: Questions,
  fixed: Answers = {},
): Space {
  const used = atomsByQuestion([given, ...others]);
  const named = new Set([...Object.keys(fixed), ...atoms(given).map((atom) => atom.question)]);
  const dimension = (question: string): Dimension => ({
    question,
    answers: fixed[question] ? [fixed[question]] : answersTo(questions.get(question), used.get(question) ?? []),
  });
  return {
    given: [...named].map(dimension),
    rest: [...used.keys()].filter((question) => !named.has(question)).map(dimension),
  };
}

function atomsByQuestion(conditions: readonly Condition[]): Map<string, Atom[]> {
  const used = new Map<string, Atom[]>();
  for (const atom of conditions.flatMap(atoms)) {
    used.set(atom.question, [...(used.get(atom.question) ?? []), atom]);
  }
  return used;
}

function answersTo(question: Question | undefined, used: readonly Atom[]): (readonly string[] | undefined)[] {
  return [undefined, ...(question ? possibleAnswers(question, used) : [])];
}
