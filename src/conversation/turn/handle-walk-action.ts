import { answersView } from "../views/answers-view.ts";
import { confirmView } from "../views/confirm-view.ts";
import { callNowView } from "../views/danger-today-view.ts";
import { menuView } from "../views/menu-view.ts";
import { type SentenceKey, sentence } from "../views/sentence.ts";
import { suggestionView } from "../views/suggestion-view.ts";
import { toFindOutView } from "../views/to-find-out-view.ts";
import type { View } from "../views/view.ts";
import { outcomeView, walkView } from "../views/walk-view.ts";
import { takeBack } from "../walk/answer-walk.ts";
import { chosenOptions } from "../walk/chosen-options.ts";
import { closeWalk } from "../walk/close-walk.ts";
import { giveAnswer } from "../walk/give-answer.ts";
import { goBack } from "../walk/go-back.ts";
import type { OpenWalk } from "../walk/open-walk.ts";
import { skipPhase } from "../walk/skip-phase.ts";
import { summary } from "../walk/summary.ts";
import type { Action } from "./event.ts";
import type { Session } from "./session.ts";

type WalkAction = Exclude<Extract<Action, { version: string }>, { verb: "explain" }>;

/** A click on a card of a walk: another card takes its place. */
export function handleWalkAction(session: Session, action: WalkAction): void {
  const open = session.open;
  const notice = open ? mismatch(open, action) : "notice.walk-gone";
  if (!open) session.replace(menuView(session, "menu", session.notice(notice)));
  else if (notice) session.replace(walkView(session, session.notice(notice)));
  else session.replace(reply(session, open, action));
  if (action.verb === "summary" && open && !notice) sendSummary(session, open);
}

/** The summary as a message of its own, to be copied. */
export function sendSummary(session: Session, open: OpenWalk): void {
  session.sendText(summary(session.content, open, { region: session.state.region, now: session.now }));
}

/** What is wrong with a card of another walk or another version; undefined when it fits. */
function mismatch(open: OpenWalk, { walk, version, verb }: WalkAction): SentenceKey | undefined {
  if (open.walk.id !== walk) return "notice.other-walk";
  return open.walk.version === version || verb === "refresh" ? undefined : "notice.questions-changed";
}

function reply(session: Session, open: OpenWalk, action: WalkAction): View {
  switch (action.verb) {
    case "answer":
      return giveAnswer(session, open, action.question, chosenOptions(action));
    case "back":
      return open.position.current?.question.id === action.question ? goBack(session) : walkView(session);
    case "skip-phase":
      return open.position.current?.question.id === action.question ? skipPhase(session, open) : walkView(session);
    case "change":
      return change(session, open, action.question);
    case "answers":
      return answersView(open, action.page ?? 1);
    case "pause":
      return callNowView(session.content, open);
    case "outcome":
      return outcomeView(session, { page: action.page ?? 1 });
    case "suggestion":
      return showSuggestion(session, action.signal);
    case "find-out":
      return toFindOutView(session.content, open);
    case "react":
      return react(session, open, action);
    case "useful":
      session.keepWalk({ ...open.walk, useful: action.useful });
      return outcomeView(session, { notice: "notice.thanks" });
    case "summary":
      return outcomeView(session, { notice: "notice.summary-below" });
    case "finish":
      return finish(session, open, action.sure ?? false);
    default:
      return walkView(session);
  }
}

/** Asks one question again; what follows from it follows by replay. */
function change(session: Session, { walk, position }: OpenWalk, question: string): View {
  if (!position.path.some((line) => line.question.id === question)) return walkView(session);
  session.count("question-back", question);
  session.keepWalk(takeBack(walk, question));
  return walkView(session);
}

/** One suggestion; the outcome when it is not there any more. */
export function showSuggestion(session: Session, id: string, notice?: SentenceKey): View {
  const open = session.open;
  const suggestion = open?.suggestions.certain.find(({ signal }) => signal.id === id);
  if (!open || !suggestion) return outcomeView(session, { notice: "notice.unknown-button" });
  return suggestionView(session.content, open, suggestion, session.state.region, session.notice(notice));
}

function react(
  session: Session,
  { walk, suggestions }: OpenWalk,
  { signal: id, reaction }: Extract<WalkAction, { verb: "react" }>,
): View {
  if (suggestions.certain.some(({ signal }) => signal.id === id)) {
    session.keepWalk({ ...walk, reactions: { ...walk.reactions, [id]: reaction } });
  }
  return showSuggestion(session, id, "notice.reaction-kept");
}

function finish(session: Session, { walk }: OpenWalk, sure: boolean): View {
  if (!sure) return confirmView(session, walk, "finish");
  closeWalk(session);
  session.dropWalk();
  return {
    card: "message",
    title: sentence(session.content, "finished.title"),
    text: sentence(session.content, "finished.text"),
  };
}
