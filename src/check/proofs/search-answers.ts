import { type Answers, evaluate } from "../../conditions/evaluate.ts";
import type { Condition } from "../../content/schema/condition.ts";
import { AppError } from "../../errors.ts";
import type { Space } from "./answer-space.ts";

/** Steps after which a proof is given up as too large; the content of 2026 needs some thousands. */
const MAX_STEPS = 2_000_000;

/**
 * Depth-first search over all combinations for answers where `given` holds and `covered` does not;
 * returns the first find, or undefined when there is none.
 * @param covered must stay true once it is true for partial answers
 * @param accepts what must hold as well when every dimension has its answer
 * @throws AppError INVARIANT_TOO_LARGE after two million steps
 */
export function searchAnswers(
  space: Space,
  given: Condition,
  covered: (answers: Answers) => boolean,
  accepts: (answers: Answers) => boolean = () => true,
): Answers | undefined {
  const dimensions = [...space.given, ...space.rest];
  let steps = 0;
  const visit = (depth: number, answers: Answers): Answers | undefined => {
    steps += 1;
    if (steps > MAX_STEPS) throw tooLarge();
    if (covered(answers)) return undefined;
    const dimension = dimensions[depth];
    // More answers never make what is false true again.
    if (depth <= space.given.length && evaluate(given, answers) === "false") return undefined;
    if (depth === space.given.length && evaluate(given, answers) !== "true") return undefined;
    if (!dimension) return accepts(answers) ? answers : undefined;
    for (const answer of dimension.answers) {
      const next = answer ? { ...answers, [dimension.question]: answer } : answers;
      const find = visit(depth + 1, next);
      if (find) return find;
    }
    return undefined;
  };
  return visit(0, {});
}

function tooLarge(): AppError {
  return new AppError(
    "INVARIANT_TOO_LARGE",
    "Deze regel is te groot om helemaal na te rekenen.",
    "Noem in de regel minder vragen, of splits de regel.",
  );
}
