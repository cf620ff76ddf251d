import { type Answers, evaluate } from "../../conditions/evaluate.ts";
import type { Flow, Questions } from "../../content/content.ts";
import type { Condition } from "../../content/schema/condition.ts";
import type { Question } from "../../content/schema/question.ts";
import type { Invariant, Signal, SignalsFile } from "../../content/schema/signal.ts";
import { urgency } from "../../signals/levels.ts";
import { answerSpace, type Space } from "./answer-space.ts";
import { searchAnswers } from "./search-answers.ts";

export type KeepsShut = Extract<Invariant, { "keeps-shut": unknown }>;

/** A gate that opens although a signal is certain and not settled, with answers that show it. */
export interface OpenGate {
  phase: string;
  signal: string;
  counterExample: Answers;
}

/**
 * Proves over every possible set of answers that no gate of `invariant` opens while one of its signals is certain and not
 * settled. What settles it is a question: it is not settled when that has another answer, nor when it was not asked.
 * @throws AppError INVARIANT_TOO_LARGE when a proof would take too many steps
 */
export function proveGates(
  { "keeps-shut": { level, phases, unless } }: KeepsShut,
  groups: readonly SignalsFile[],
  flows: readonly Flow[],
  questions: Questions,
): OpenGate[] {
  const signals = groups.flatMap((group) => group.signals).filter((signal) => urgency(signal.level) >= urgency(level));
  const gated = flows.flatMap((flow) => flow.phases).filter(({ id, gate }) => gate && phases.includes(id));
  return gated.flatMap(({ id, gate }) =>
    signals.flatMap((signal) => {
      const counterExample = openGate(signal, gate as Condition, unless, questions);
      return counterExample ? [{ phase: id, signal: signal.id, counterExample }] : [];
    }),
  );
}

function openGate({ when }: Signal, gate: Condition, settled: Settled, questions: Questions): Answers | undefined {
  const question = questions.get(settled.question);
  const given: Condition = { all: [when, gate] };
  return unsettled(given, settled, question, questions) ?? unasked(given, settled, question, questions);
}

/** Answers that open the gate although the question has another answer than the one that settles it. */
function unsettled(
  given: Condition,
  settled: Settled,
  question: Question | undefined,
  questions: Questions,
): Answers | undefined {
  const other = (question?.options ?? []).map(({ id }) => id).filter((id) => !settled.is.includes(id));
  const otherwise: Condition = { all: [given, { question: settled.question, is: other, "at-least": 1 }] };
  return searchAnswers(closed(answerSpace(otherwise, [], questions)), otherwise, () => false);
}

/** Answers that open the gate without the question being asked. */
function unasked(
  given: Condition,
  settled: Settled,
  question: Question | undefined,
  questions: Questions,
): Answers | undefined {
  const asked = question?.when ?? ALWAYS;
  const space = closed(answerSpace(given, [asked], questions, { [settled.question]: [] }));
  const isAsked = (answers: Answers) => evaluate(asked, answers) === "true";
  return searchAnswers(space, given, isAsked, (answers) => evaluate(asked, answers, "false") === "false");
}

type Settled = KeepsShut["keeps-shut"]["unless"];

const ALWAYS: Condition = { all: [] };

/** At a gate a question without an answer was not asked, and counts as not chosen. */
function closed({ given, rest }: Space): Space {
  return {
    given: given.map(({ question, answers }) => ({ question, answers: answers.map((answer) => answer ?? []) })),
    rest,
  };
}
