import { type Answers, evaluate } from "../conditions/evaluate.ts";
import type { SignalsFile } from "../content/schema/signal.ts";

/** Whether the answers make a signal of level `nu` certain, so that the walk must be interrupted by the 112 card. */
export function isDangerCertain(groups: readonly SignalsFile[], answers: Answers): boolean {
  return groups.some(({ signals }) =>
    signals.some(({ level, when }) => level === "nu" && evaluate(when, answers) === "true"),
  );
}
