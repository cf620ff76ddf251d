import type { Answers } from "../conditions/evaluate.ts";
import { AppError } from "../errors.ts";
import type { Dimension } from "./answer-space.ts";

/** Steps after which a proof is given up as too large; the content of 2026 needs some thousands. */
const MAX_STEPS = 2_000_000;

export interface Target {
  /** No completion of these partial answers can be a find. Must be certain, never a guess. */
  hopeless(answers: Answers): boolean;
  /** These complete answers are a find. */
  found(answers: Answers): boolean;
}

/**
 * Depth-first search over all combinations; returns the first find, or undefined when there is none.
 * @throws AppError INVARIANT_TOO_LARGE after two million steps
 */
export function search(space: readonly Dimension[], target: Target): Answers | undefined {
  let steps = 0;
  const visit = (depth: number, answers: Answers): Answers | undefined => {
    steps += 1;
    if (steps > MAX_STEPS) throw tooLarge();
    if (target.hopeless(answers)) return undefined;
    const dimension = space[depth];
    if (!dimension) return target.found(answers) ? answers : undefined;
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
