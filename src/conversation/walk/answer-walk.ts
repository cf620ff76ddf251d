import type { Walk } from "../state.ts";

/** The walk after `question` was answered with `chosen`. */
export function answerWalk(walk: Walk, question: string, chosen: string[]): Walk {
  const { [question]: _taken, ...earlier } = walk.earlier;
  return { ...walk, answers: { ...walk.answers, [question]: chosen }, earlier };
}

/** Takes back the answer to `question`, and remembers it so that the card can show it. */
export function takeBack(walk: Walk, question: string): Walk {
  const { [question]: chosen, ...answers } = walk.answers;
  return chosen ? { ...walk, answers, earlier: { ...walk.earlier, [question]: chosen } } : walk;
}
