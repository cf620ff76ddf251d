import { noAnswerView, topicView } from "./article-view.ts";
import { chosenOptions } from "./chosen-options.ts";
import { closeWalk } from "./close-walk.ts";
import { callNowView } from "./danger-today-view.ts";
import type { Action } from "./event.ts";
import { giveAnswer } from "./give-answer.ts";
import { goBack } from "./go-back.ts";
import { menuView, phasesView, regionView, sameCard } from "./menu-view.ts";
import type { OpenWalk } from "./open-walk.ts";
import { resultView } from "./result-view.ts";
import { type SentenceKey, sentence } from "./sentence.ts";
import type { Session } from "./session.ts";
import { showArticle } from "./show-article.ts";
import { clickTrends } from "./show-trends.ts";
import { startWalk } from "./start-walk.ts";
import { summary } from "./summary.ts";
import type { View } from "./view.ts";
import { outcomeView, walkView } from "./walk-view.ts";

type WalkAction = Extract<Action, { version: string }>;
type ResultAction = Extract<WalkAction, { page: number }>;

/** A click on a button. The first reply always takes the place of the clicked card. */
export function handleAction(session: Session, action: Action): void {
  switch (action.verb) {
    case "start":
      besides(session, action.card, startWalk(session, action));
      break;
    case "show":
      besides(session, action.card, shown(session, action.show));
      break;
    case "resume":
      besides(session, action.card, walkView(session));
      break;
    case "region":
      session.replace(chooseRegion(session, action.region));
      break;
    case "stop":
      session.replace(stop(session, action.walk));
      break;
    case "article":
      session.replace(readArticle(session, action.article));
      break;
    case "trends":
      clickTrends(session, action);
      break;
    case "topic":
      session.replace(topicView(session.content, action.topic));
      break;
    default:
      handleWalkAction(session, action);
  }
}

/** Stops the walk and says what was deleted. A card of an earlier walk does not stop the open one. */
export function stop(session: Session, walk?: string): View {
  const kept = session.state.walk;
  if (walk && kept && kept.id !== walk) return walkView(session, session.notice("notice.other-walk"));
  closeWalk(session);
  const dropped = session.dropWalk() || walk !== undefined;
  const text = sentence(session.content, dropped ? "stopped.text" : "stopped.nothing");
  return { card: "message", title: sentence(session.content, "stopped.title"), text };
}

/** The summary of a finished walk as text; undefined while there is none. */
export function finishedSummary(session: Session): string | undefined {
  const open = session.open;
  if (!open || open.position.current) return undefined;
  return summary(session.content, open, session.state.region);
}

function shown(session: Session, what: Extract<Action, { verb: "show" }>["show"]): View {
  if (what === "phases") return phasesView(session);
  if (what === "region") return regionView(session, !session.isWalking);
  return menuView(session, what);
}

/** From a menu-like card that card stays, and the view comes below; otherwise the view replaces it. */
function besides(session: Session, card: string | undefined, view: View): void {
  session.replace(card === undefined ? view : sameCard(session, card));
  if (card !== undefined) session.send(view);
}

/** Without a choice the region stays as it was; without any, the general route is used. */
export function chooseRegion(session: Session, wanted = session.state.region ?? "andere-regio"): View {
  const region = session.content.regions.get(wanted);
  if (!region) return regionView(session, false, session.notice("notice.region-unknown"));
  session.state = { ...session.state, region: region.id };
  const notice = session.notice("notice.region-chosen", { regio: region.title });
  return session.open ? walkView(session, notice) : regionView(session, false, notice);
}

function handleWalkAction(session: Session, action: WalkAction): void {
  const open = session.open;
  if (!open) {
    session.replace(menuView(session, "menu", session.notice("notice.walk-gone")));
    return;
  }
  const notice = mismatch(open, action);
  if (notice) session.replace(walkView(session, session.notice(notice)));
  else if ("page" in action) handleResultAction(session, open, action);
  else if (action.verb === "explain") explain(session, action.article);
  else session.replace(walkReply(session, open, action));
}

/** Explains a term below the question; the question stays as it is. */
function explain(session: Session, article: string): void {
  session.replace(walkView(session));
  session.send(readArticle(session, article));
}

function readArticle(session: Session, id: string): View {
  const article = session.content.articles.get(id);
  return article ? showArticle(session, article) : noAnswerView(session.content);
}

function mismatch(open: OpenWalk, action: WalkAction): SentenceKey | undefined {
  if (open.walk.id !== action.walk) return "notice.other-walk";
  return open.walk.version === action.version || action.verb === "refresh" ? undefined : "notice.questions-changed";
}

function walkReply(
  session: Session,
  open: OpenWalk,
  action: Exclude<WalkAction, ResultAction | { verb: "explain" }>,
): View {
  switch (action.verb) {
    case "answer":
      return giveAnswer(session, open, action.question, chosenOptions(action));
    case "back":
      return open.position.current?.question.id === action.question ? goBack(session) : walkView(session);
    case "pause":
      return callNowView(session.content, open);
    case "outcome":
      return outcomeView(session);
    case "finish":
      closeWalk(session);
      session.dropWalk();
      return {
        card: "message",
        title: sentence(session.content, "finished.title"),
        text: sentence(session.content, "finished.text"),
      };
    default:
      return walkView(session);
  }
}

function handleResultAction(session: Session, open: OpenWalk, action: ResultAction): void {
  const notice = applyToResult(session, open, action);
  const now = session.open ?? open;
  session.replace(resultView(session.content, now, session.state.region, action.page, notice));
  if (action.verb === "summary") session.sendText(summary(session.content, now, session.state.region));
}

function applyToResult(session: Session, { walk, suggestions }: OpenWalk, action: ResultAction): string {
  switch (action.verb) {
    case "react": {
      if (!suggestions.certain.some(({ signal }) => signal.id === action.signal)) {
        return session.notice("notice.unknown-button");
      }
      session.keepWalk({ ...walk, reactions: { ...walk.reactions, [action.signal]: action.reaction } });
      return session.notice("notice.reaction-kept");
    }
    case "useful":
      session.keepWalk({ ...walk, useful: action.useful });
      return session.notice("notice.thanks");
    case "summary":
      return session.notice("notice.summary-below");
    default:
      return session.notice();
  }
}
