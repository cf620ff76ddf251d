import type { Command } from "../content/schema/command.ts";
import { textAt } from "../content/text-at.ts";
import { comparable } from "../language/normalise.ts";
import { NO_VALUE } from "../usage/count.ts";
import { choiceView, noAnswerView } from "./article-view.ts";
import { goBack } from "./go-back.ts";
import { finishedSummary, stop } from "./handle-action.ts";
import { dangerView, menuView, phasesView, regionView } from "./menu-view.ts";
import type { Session } from "./session.ts";
import { showArticle } from "./show-article.ts";
import { typeTrends } from "./show-trends.ts";
import { startWalk } from "./start-walk.ts";
import { understandingOf } from "./understanding.ts";
import type { View } from "./view.ts";
import { outcomeView, walkView } from "./walk-view.ts";

/** Welcomes once, whatever comes first: the installation or a message. */
export function greet(session: Session): void {
  if (session.state.greeted) return;
  session.state = { ...session.state, greeted: true };
  session.send(menuView(session, "welcome"));
}

/**
 * A typed message, understood in a fixed order: danger first, then personal data, a command, and last a question.
 * After whatever interrupts a walk, its open question comes again, unchanged.
 */
export function handleMessage(session: Session, text: string): void {
  const isFirst = !session.state.greeted;
  const isDanger = sayDanger(session, text);
  greet(session);
  if (sayPersonalData(session, text)) askAgain(session);
  else answerMessage(session, text, { isFirst, isDanger });
}

/** Before everything else, the welcome too. Who takes the turn may have sent it already: see `dangerIn`. */
function sayDanger(session: Session, text: string): boolean {
  const { level } = understandingOf(session.content).danger(text);
  if (level === "geen") return false;
  session.count("danger-typed", level);
  session.send(dangerView(level));
  return true;
}

function sayPersonalData(session: Session, text: string): boolean {
  const kinds = understandingOf(session.content).personalData(text);
  if (kinds.length === 0) return false;
  session.count("personal-data-seen", NO_VALUE);
  session.send({
    card: "personal-data",
    kinds: kinds.map((kind) => textAt(session.content, `personal-data.kinds.${kind}`)),
  });
  return true;
}

interface Circumstances {
  isFirst: boolean;
  isDanger: boolean;
}

function answerMessage(session: Session, text: string, { isFirst, isDanger }: Circumstances): void {
  const command = session.content.commands.get(comparable(text));
  if (command) {
    obey(session, command, isFirst);
    return;
  }
  const answer = answerView(session, text);
  if (!answer) session.count("question-unanswered", NO_VALUE);
  if (answer) session.send(answer);
  else if (!isFirst && !isDanger) session.send(noAnswerView(session.content));
  askAgain(session);
}

function answerView(session: Session, text: string): View | undefined {
  const findings = understandingOf(session.content).search(text);
  if (findings.kind === "one") return showArticle(session, findings.article);
  return findings.kind === "several" ? choiceView(findings.articles) : undefined;
}

/** The open question, as it was. */
function askAgain(session: Session): void {
  if (session.isWalking) session.send(walkView(session));
}

function obey(session: Session, command: Command, isFirst: boolean): void {
  if (command === "samenvatting") sendSummary(session);
  else if (command === "trends") typeTrends(session);
  else if (command !== "menu" || !isFirst) session.send(commandView(session, command));
}

function commandView(session: Session, command: Exclude<Command, "samenvatting" | "trends">): View {
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
    case "antwoord":
      return walkView(session, session.notice(session.isWalking ? "notice.use-card" : "notice.no-open-walk"));
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
