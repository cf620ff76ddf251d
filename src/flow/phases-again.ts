import type { Flow } from "../content/content.ts";
import type { Question } from "../content/schema/question.ts";

/** The phases that `chosen` asks to walk again; empty for an ordinary answer. */
export function phasesAgain(question: Question, chosen: readonly string[]): string[] {
  return question.options.filter((option) => chosen.includes(option.id)).flatMap((option) => option.again ?? []);
}

/** Ids of all questions in the named phases. */
export function questionsOf(flow: Flow, phases: readonly string[]): string[] {
  return flow.phases
    .filter((phase) => phases.includes(phase.id))
    .flatMap((phase) => phase.questions.map((question) => question.id));
}
