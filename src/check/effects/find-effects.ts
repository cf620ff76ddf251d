import type { Content } from "../../content/content.ts";
import type { MeasuredLine } from "../read-lines.ts";
import { type ChangedExample, compareExamples } from "./compare-examples.ts";
import { type ChangedLine, compareLines } from "./compare-lines.ts";

/** What other content changes in conversations, besides its wording. */
export interface Effects {
  examples: readonly ChangedExample[];
  /** So many example conversations were played. */
  played: number;
  /** Undefined while they are being read, which takes longest. */
  lines: readonly ChangedLine[] | undefined;
}

/**
 * What goes otherwise with `after`: first the conversations, and then all. Takes seconds.
 * @param measured lines that nothing is learned from
 */
export function* findEffects(before: Content, after: Content, measured: readonly MeasuredLine[]): Generator<Effects> {
  const examples = { examples: compareExamples(before, after), played: after.examples.length };
  const isLearnedAlike = before.modelsId !== undefined && before.modelsId === after.modelsId;
  if (!isLearnedAlike) yield { ...examples, lines: undefined };
  yield { ...examples, lines: isLearnedAlike ? [] : compareLines(before, after, measured) };
}
