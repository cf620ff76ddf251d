import type { Command } from "../../content/schema/command.ts";
import { answersView } from "../views/answers-view.ts";
import { callNowView } from "../views/danger-today-view.ts";
import { menuView, phasesView, regionView } from "../views/menu-view.ts";
import type { View } from "../views/view.ts";
import { needsRegion, outcomeView, walkView } from "../views/walk-view.ts";
import { goBack } from "../walk/go-back.ts";
import { skipPhase } from "../walk/skip-phase.ts";
import { startWalk } from "../walk/start-walk.ts";
import { chooseRegion, stop } from "./handle-action.ts";
import { sendSummary } from "./handle-walk-action.ts";
import type { Session } from "./session.ts";
import { typeTrends } from "./show-trends.ts";
import { smallTalk } from "./small-talk.ts";

/** Does what a typed command or the name of a button asks for. The welcome has the choices of the menu. */
export function obey(session: Session, command: Command, isFirst: boolean): void {
  switch (command) {
    case "samenvatting":
      giveSummary(session);
      break;
    case "trends":
      typeTrends(session);
      break;
    case "bedankt":
      smallTalk(session, "small-talk.thanks");
      break;
    case "versie":
      smallTalk(session, "small-talk.version", { versie: session.content.version });
      break;
    case "antwoord":
      if (session.open) session.send(walkView(session, session.notice("notice.use-card")));
      else smallTalk(session, "small-talk.sign");
      break;
    case "onduidelijk":
      smallTalk(session, session.isWalking ? "notice.unclear" : "small-talk.unclear");
      break;
    default:
      if (command !== "menu" || !isFirst) session.send(commandView(session, command));
  }
}

type CardCommand = Exclude<Command, "samenvatting" | "trends" | "bedankt" | "versie" | "onduidelijk" | "antwoord">;

function commandView(session: Session, command: CardCommand): View {
  switch (command) {
    case "menu":
      return menuView(session, "menu");
    case "top3":
    case "gevaar-check":
    case "mda-check":
      return startWalk(session, { flow: command });
    case "fasen":
      return phasesView(session);
    case "terug":
      return goBack(session);
    case "verder":
      return walkView(session, session.open ? session.notice() : session.notice("notice.no-open-walk"));
    case "uitkomst":
      return outcomeView(session);
    case "antwoorden":
      return session.open ? answersView(session.open, 1) : walkView(session, session.notice("notice.no-open-walk"));
    case "sla-over":
      return skip(session);
    case "sla-fase-over":
      return session.open ? skipPhase(session, session.open) : walkView(session, session.notice("notice.no-open-walk"));
    case "bel-nu":
      return session.open ? callNowView(session.content, session.open) : walkView(session);
    case "stop":
      return stop(session);
    case "regio":
      return regionView(session, false);
    case "hulp":
      return menuView(session, "help");
    case "privacy":
      return menuView(session, "privacy");
  }
}

/** Before the end of the walk it is an interim one, and the open question comes again below it. */
function giveSummary(session: Session): void {
  const { open } = session;
  const isWorthIt = open !== undefined && open.position.path.length > 0;
  if (isWorthIt) sendSummary(session, open);
  if (!isWorthIt || session.isWalking) {
    session.send(walkView(session, session.notice(open ? undefined : "notice.no-open-walk")));
  }
}

/** The question about the region can be skipped; any other is answered with "weet ik niet", by clicking. */
function skip(session: Session): View {
  const { open } = session;
  if (!open) return walkView(session, session.notice("notice.no-open-walk"));
  if (open.position.current) return walkView(session, session.notice("notice.skip"));
  return needsRegion(session, open) ? chooseRegion(session) : walkView(session);
}
