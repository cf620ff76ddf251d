import type { Answers } from "../../conditions/evaluate.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import { type ChoiceCheck, checkChoice } from "../../flow/check-choice.ts";
import { offeredOptions } from "../../flow/offered-options.ts";
import { replay } from "../../flow/replay.ts";
import type { Walk } from "../state.ts";
import type { Session } from "../turn/session.ts";
import type { SentenceKey } from "../views/sentence.ts";
import type { View } from "../views/view.ts";
import type { OpenWalk } from "./open-walk.ts";
import { interruption, isDanger, walkView } from "./walk-view.ts";

const REFUSALS: Record<Exclude<ChoiceCheck, "ok">, SentenceKey> = {
  empty: "notice.choose-something",
  "unknown-option": "notice.choose-listed",
  "too-many": "notice.choose-one",
  "not-together": "notice.choose-alone",
};

/** The answer that a click carries: one option from a button, several from a choice set, or the places of a ranking. */
export interface Given {
  question: string;
  option?: string | undefined;
  chosen?: string | undefined;
  first?: string | undefined;
  second?: string | undefined;
  third?: string | undefined;
}

/** The options of an answer, in the order of a ranking; each once. */
export function optionsIn({
  option,
  chosen = "",
  first = "",
  second = "",
  third = "",
}: Omit<Given, "question">): string[] {
  if (option) return [option];
  return [...new Set([...chosen.split(","), first, second, third].filter(Boolean))];
}

/**
 * Answers the open question and returns the next card. An answer to another question than the open
 * one changes nothing: it comes from an old card, a double click or a repeated delivery.
 */
export function giveAnswer(session: Session, open: OpenWalk, given: Given): View {
  const { question } = given;
  const chosen = optionsIn(given);
  const current = open.position.current?.question;
  if (current?.id !== question) return lateAnswer(session, open, question, chosen);
  const check = checkChoice(current, chosen, offeredOptions(current, open.position.known));
  if (check !== "ok") return walkView(session, session.notice(REFUSALS[check]));
  const isUnknown = chosen.includes(UNKNOWN_OPTION);
  session.count(isUnknown ? "question-unknown" : "question-known", question);
  session.count("answer-given", isUnknown ? UNKNOWN_OPTION : "anders");
  session.keepWalk(answerWalk(open.walk, question, chosen));
  return interruption(session, question, answersBefore(open, question)) ?? walkView(session);
}

/** The walk after `question` was answered with `chosen`. */
export function answerWalk(walk: Walk, question: string, chosen: string[]): Walk {
  const { [question]: _taken, ...earlier } = walk.earlier;
  return { ...walk, answers: { ...walk.answers, [question]: chosen }, earlier };
}

/** A repeated delivery of the answer that is kept is no reason to say anything, nor to take away the card that it gave. */
function lateAnswer(session: Session, open: OpenWalk, question: string, chosen: string[]): View {
  const kept = open.position.known[question];
  if (!kept) return walkView(session, session.notice("notice.old-card"));
  const same = kept.length === chosen.length && chosen.every((option) => kept.includes(option));
  if (!same) return walkView(session, session.notice(refusedNotice(session, open, question, chosen)));
  return againInterrupted(session, open, question) ?? walkView(session);
}

/** The card that the answer to `question` gave, as long as no other question was answered. */
function againInterrupted(session: Session, { position }: OpenWalk, question: string): View | undefined {
  if (position.path.at(-1)?.question.id !== question) return undefined;
  const { [question]: _last, ...before } = position.known;
  return interruption(session, question, before);
}

/** What counted before the open question was answered: with the answer that was taken back, when there is one. */
function answersBefore({ walk, flow, position }: OpenWalk, question: string): Answers {
  const earlier = walk.earlier[question];
  return earlier ? replay(flow, { ...walk.answers, [question]: earlier }, walk.from).known : position.known;
}

function refusedNotice(session: Session, { position }: OpenWalk, question: string, chosen: string[]): SentenceKey {
  const danger = isDanger(session, { ...position.known, [question]: chosen });
  return danger ? "notice.already-answered-danger" : "notice.already-answered";
}
