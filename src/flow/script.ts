import { atoms } from "../conditions/atoms.ts";
import type { Flow, Phase } from "../content/content.ts";
import type { Question } from "../content/schema/question.ts";

/** A question with the phase it is asked in. */
export interface Line {
  phase: Phase;
  question: Question;
}

/**
 * The questions that a walk can ask, in order, when it starts at phase `from`
 * (left out, or no phase of the flow: at the beginning). Of earlier phases remain: what is marked `always`, the questions
 * that a later gate depends on, and what follows directly from those.
 */
export function script(flow: Flow, from = ""): readonly Line[] {
  const known = written.get(flow) ?? new Map<string, readonly Line[]>();
  written.set(flow, known);
  const lines = known.get(from) ?? write(flow, from);
  known.set(from, lines);
  return lines;
}

/** A flow never changes: a new version of the content has new flows. */
const written = new WeakMap<Flow, Map<string, readonly Line[]>>();

function write(flow: Flow, from: string): Line[] {
  const start = Math.max(
    0,
    flow.phases.findIndex((phase) => phase.id === from),
  );
  const gateQuestions = new Set(
    flow.phases.slice(start).flatMap((phase) => (phase.gate ? atoms(phase.gate).map((atom) => atom.question) : [])),
  );
  return flow.phases.flatMap((phase, index) =>
    phase.questions
      .filter((question) => index >= start || phase.always || question.always || belongsToGate(question, gateQuestions))
      .map((question) => ({ phase, question })),
  );
}

function belongsToGate(question: Question, gateQuestions: Set<string>): boolean {
  if (gateQuestions.has(question.id)) return true;
  return question.when !== undefined && atoms(question.when).some((atom) => gateQuestions.has(atom.question));
}
