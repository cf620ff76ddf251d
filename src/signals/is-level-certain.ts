import { type Answers, evaluate } from "../conditions/evaluate.ts";
import type { Level, SignalsFile } from "../content/schema/signal.ts";

/** Whether the answers make a signal of this level certain; at `nu` the walk must be interrupted by the 112 card. */
export function isLevelCertain(groups: readonly SignalsFile[], sought: Level, answers: Answers): boolean {
  return groups.some(({ signals }) =>
    signals.some(({ level, when }) => level === sought && evaluate(when, answers) === "true"),
  );
}
