import type { Flow } from "../content/content.ts";
import type { Question } from "../content/schema/question.ts";
import { phasesAgain, questionsOf } from "../flow/phases-again.ts";
import type { Walk } from "./state.ts";

/** The walk after `question` was answered with `chosen`. An option with `again` reopens its phases. */
export function answerWalk(walk: Walk, flow: Flow, question: Question, chosen: string[]): Walk {
  const { [question.id]: _taken, ...earlier } = walk.earlier;
  const answered = { ...walk, answers: { ...walk.answers, [question.id]: chosen }, earlier };
  const again = phasesAgain(question, chosen);
  return again.length === 0 ? answered : reopen(answered, flow, question.id, again);
}

/** Takes back the answer to `question`, and remembers it so that the card can show it. */
export function takeBack(walk: Walk, question: string): Walk {
  const { [question]: chosen, ...answers } = walk.answers;
  return chosen ? { ...walk, answers, earlier: { ...walk.earlier, [question]: chosen } } : walk;
}

function reopen(walk: Walk, flow: Flow, asked: string, phases: string[]): Walk {
  const { [asked]: _again, ...answers } = walk.answers;
  const reopened = questionsOf(flow, phases).reduce(takeBack, { ...walk, answers });
  return { ...reopened, ...startAt(walk, flow, phases) };
}

/** A walk that began at a later phase now begins at the first one that is walked again and is not always asked. */
function startAt({ from }: Walk, flow: Flow, phases: string[]): { from?: string } {
  if (!from) return {};
  const first = flow.phases.find(({ id, always }) => id === from || (!always && phases.includes(id)));
  return { from: first?.id ?? from };
}
