import { noAnswerView, topicView } from "../views/article-view.ts";
import { confirmView } from "../views/confirm-view.ts";
import { menuView, phasesView, regionView, sameCard } from "../views/menu-view.ts";
import { sentence } from "../views/sentence.ts";
import type { View } from "../views/view.ts";
import { walkView } from "../views/walk-view.ts";
import { closeWalk } from "../walk/close-walk.ts";
import { startWalk } from "../walk/start-walk.ts";
import type { Action } from "./event.ts";
import { handleWalkAction, showSuggestion } from "./handle-walk-action.ts";
import type { Session } from "./session.ts";
import { showArticle } from "./show-article.ts";
import { clickTrends } from "./show-trends.ts";

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
      session.replace(
        action.card === undefined ? chooseRegion(session, action.region) : welcomeRegion(session, action),
      );
      break;
    case "stop":
      session.replace(stop(session, action));
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
    case "explain":
      explain(session, action);
      break;
    default:
      handleWalkAction(session, action);
  }
}

/** Answers that may go without asking. */
const FEW_ANSWERS = 3;

/**
 * Stops the walk and says what was deleted; asks once when that is more than a few answers. A card of an earlier walk
 * does not stop the open one.
 */
export function stop(
  session: Session,
  { walk, sure = false }: { walk?: string | undefined; sure?: boolean | undefined } = {},
): View {
  const kept = session.state.walk;
  if (walk && kept && kept.id !== walk) return walkView(session, session.notice("notice.other-walk"));
  if (kept && !sure && Object.keys(kept.answers).length > FEW_ANSWERS) return confirmView(session, kept, "stop");
  closeWalk(session);
  const dropped = session.dropWalk() || walk !== undefined;
  const text = sentence(session.content, dropped ? "stopped.text" : "stopped.nothing");
  return { card: "message", title: sentence(session.content, "stopped.title"), text };
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

/** The region from the welcome card, which stays; without one it is not asked again. */
function welcomeRegion(session: Session, { region: id, card }: Extract<Action, { verb: "region" }>): View {
  const region = session.content.regions.get(id ?? "");
  if (region === undefined) {
    session.state = { ...session.state, regionAsked: true };
    return sameCard(session, card);
  }
  session.state = { ...session.state, region: region.id };
  return sameCard(session, card, session.notice("notice.region-chosen", { regio: region.title }));
}

/** Explains a term below the question, or an advice below the suggestion; that card stays as it is. */
function explain(session: Session, { article, signal }: Extract<Action, { verb: "explain" }>): void {
  session.replace(signal ? showSuggestion(session, signal) : walkView(session));
  session.send(readArticle(session, article));
}

function readArticle(session: Session, id: string): View {
  const article = session.content.articles.get(id);
  return article ? showArticle(session, article) : noAnswerView(session.content);
}
