import { atoms } from "../../conditions/atoms.ts";
import { type Answers, evaluate } from "../../conditions/evaluate.ts";
import type { Questions } from "../../content/content.ts";
import type { Condition } from "../../content/schema/condition.ts";
import type { Question } from "../../content/schema/question.ts";
import { answerSpace } from "./answer-space.ts";
import { searchAnswers } from "./search-answers.ts";

/**
 * Whether there are answers that make `condition` true and that one walk can give: a question that is answered was
 * asked. Gates are left out of account.
 * @throws AppError INVARIANT_TOO_LARGE when there are too many combinations to try
 */
export function canHold(condition: Condition, questions: Questions): boolean {
  const involved = questionsOf(condition, questions);
  const conditions = involved.flatMap(({ when }) => (when ? [when] : []));
  const space = answerSpace(condition, conditions, questions);
  const isImpossible = (answers: Answers) =>
    involved.some(({ id, when }) => answers[id] && when && evaluate(when, answers) === "false");
  return searchAnswers(space, condition, isImpossible) !== undefined;
}

/** The questions that a condition names, and those that decide whether they are asked. */
function questionsOf(condition: Condition, questions: Questions): Question[] {
  const found = new Set<Question>();
  const todo = [condition];
  for (let next = todo.pop(); next; next = todo.pop()) {
    for (const { question: id } of atoms(next)) {
      const question = questions.get(id);
      if (!question || found.has(question)) continue;
      found.add(question);
      if (question.when) todo.push(question.when);
    }
  }
  return [...found];
}
