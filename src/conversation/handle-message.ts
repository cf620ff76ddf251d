import { normalise } from "../content/normalise.ts";
import type { Command } from "../content/schema/command.ts";
import { goBack } from "./go-back.ts";
import { finishedSummary, stop } from "./handle-action.ts";
import { menuView, phasesView, regionView } from "./menu-view.ts";
import type { Session } from "./session.ts";
import { startWalk } from "./start-walk.ts";
import type { View } from "./view.ts";
import { walkView } from "./walk-view.ts";

/** Welcomes once, whatever comes first: the installation or a message. */
export function greet(session: Session): void {
  if (session.state.greeted) return;
  session.state = { ...session.state, greeted: true };
  session.send(menuView(session, "welcome"));
}

/** A typed message: a command, or something the bot does not understand yet. */
export function handleMessage(session: Session, text: string): void {
  const isFirst = !session.state.greeted;
  greet(session);
  const command = session.content.commands.get(normalise(text));
  if (command) obey(session, command, isFirst);
  else if (!isFirst) session.send(walkView(session, session.notice("notice.not-understood")));
}

function obey(session: Session, command: Command, isFirst: boolean): void {
  if (command === "samenvatting") sendSummary(session);
  else if (command !== "menu" || !isFirst) session.send(commandView(session, command));
}

function commandView(session: Session, command: Exclude<Command, "samenvatting">): View {
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

function sendSummary(session: Session): void {
  const text = finishedSummary(session);
  if (text) session.sendText(text);
  else session.send(walkView(session, session.notice(session.open ? "notice.not-finished" : "notice.no-open-walk")));
}
