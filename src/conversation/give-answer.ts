import { type ChoiceCheck, checkChoice } from "../flow/check-choice.ts";
import { phasesAgain } from "../flow/phases-again.ts";
import { answerWalk } from "./answer-walk.ts";
import type { OpenWalk } from "./open-walk.ts";
import type { SentenceKey } from "./sentence.ts";
import type { Session } from "./session.ts";
import type { View } from "./view.ts";
import { walkView } from "./walk-view.ts";

const REFUSALS: Record<Exclude<ChoiceCheck, "ok">, SentenceKey> = {
  empty: "notice.choose-something",
  "unknown-option": "notice.choose-listed",
  "too-many": "notice.choose-one",
  "not-together": "notice.choose-alone",
};

/**
 * Answers the open question and returns the next card. An answer to another question than the open
 * one changes nothing: it comes from an old card, a double click or a repeated delivery.
 */
export function giveAnswer(session: Session, open: OpenWalk, question: string, chosen: string[]): View {
  const current = open.position.current?.question;
  if (current?.id !== question) return walkView(session, lateNotice(session, open, question, chosen));
  const check = checkChoice(current, chosen);
  if (check !== "ok") return walkView(session, session.notice(REFUSALS[check]));
  session.keepWalk(answerWalk(open.walk, open.flow, current, chosen));
  if (isNowDanger(session) && !isDanger(open)) {
    return { card: "danger-now", walk: open.walk.id, version: open.walk.version };
  }
  const again = phasesAgain(current, chosen).length > 0;
  return walkView(session, session.notice(again ? "notice.phase-again" : undefined));
}

/** A repeated delivery of the answer that is kept is no reason to say anything. */
function lateNotice(session: Session, open: OpenWalk, question: string, chosen: string[]): string {
  const kept = open.position.known[question];
  if (!kept) return session.notice("notice.old-card");
  const same = kept.length === chosen.length && chosen.every((option) => kept.includes(option));
  return session.notice(same ? undefined : "notice.already-answered");
}

function isNowDanger(session: Session): boolean {
  return session.open !== undefined && isDanger(session.open);
}

function isDanger({ suggestions }: OpenWalk): boolean {
  return suggestions.certain.some(({ signal }) => signal.level === "nu");
}
