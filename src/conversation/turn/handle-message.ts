import { textAt } from "../../content/text-at.ts";
import { comparable } from "../../language/normalise.ts";
import { NO_VALUE } from "../../usage/count.ts";
import { choiceView, noAnswerView } from "../views/article-view.ts";
import { caseView, dangerView, menuView } from "../views/menu-view.ts";
import { type SentenceKey, sentence } from "../views/sentence.ts";
import type { View } from "../views/view.ts";
import { walkView } from "../views/walk-view.ts";
import type { MessageEvent } from "./event.ts";
import { chooseRegion } from "./handle-action.ts";
import { obey } from "./obey-command.ts";
import type { Session } from "./session.ts";
import { showArticle } from "./show-article.ts";
import { smallTalk } from "./small-talk.ts";
import { typedCommand, typedRegion } from "./typed-command.ts";
import { understandingOf } from "./understanding.ts";

/** Welcomes once, whatever comes first: the installation or a message. */
export function greet(session: Session): void {
  if (session.state.greeted) return;
  session.state = { ...session.state, greeted: true };
  session.send(menuView(session, "welcome"));
}

/**
 * A typed message, understood in a fixed order: danger first, then personal data, a command, a message about a case,
 * and last a question. Of a message in another language nothing is understood: it always gets the numbers to call. What is exactly a command or a title is never taken for danger or a case. After whatever
 * interrupts a walk, its open question comes again, unchanged.
 */
export function handleMessage(session: Session, { text, edited, attached }: MessageEvent): void {
  const isFirst = !session.state.greeted;
  const isForeign = sayForeign(session, text);
  const isDanger = sayDanger(session, text);
  if (!edited) greet(session);
  const isPersonal = !isForeign && sayPersonalData(session, text);
  if (edited) return;
  if (attached) sayTextOnly(session, text);
  if (isForeign || isPersonal || (attached && !text)) askAgain(session);
  else answerMessage(session, text, { isFirst, isDanger });
}

/** A picture may show what no text says, so 112 is named; what comes with a text is only told about. */
function sayTextOnly(session: Session, text: string): void {
  const say = (key: SentenceKey) => sentence(session.content, key);
  const [title, names] = [say("attachment.title"), say("attachment.names")];
  session.send({ card: "message", title, text: text ? names : `${say("attachment.text")}\n\n${names}` });
}

/** In Dutch and English, with 112 and Veilig Thuis: the message may be about danger. */
function sayForeign(session: Session, text: string): boolean {
  if (!understandingOf(session.content).isForeign(text)) return false;
  const say = (key: SentenceKey) => sentence(session.content, key);
  session.send({
    card: "message",
    title: say("foreign.title"),
    text: `${say("foreign.english")}\n\n${say("foreign.dutch")}`,
  });
  return true;
}

/** Before everything else, the welcome too. Who takes the turn may have sent it already: see `dangerIn`. */
function sayDanger(session: Session, text: string): boolean {
  const view = dangerView(understandingOf(session.content).danger(text));
  if (!view) return false;
  session.count("danger-typed", view.level);
  session.send(view);
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
  const command = typedCommand(session.content, text);
  if (command) {
    obey(session, command, isFirst);
    return;
  }
  if (answerBriefly(session, text, isFirst)) return;
  const tells = understandingOf(session.content).isCase(text);
  if (tells && !isDanger) session.send(caseView(session));
  const answer = answerView(session, text);
  if (answer) session.send(answer);
  else if (!tells) {
    session.count("question-unanswered", NO_VALUE);
    if (!isFirst && !isDanger) session.send(noAnswerView(session.content));
  }
  askAgain(session);
}

function answerView(session: Session, text: string): View | undefined {
  const findings = understandingOf(session.content).search(text);
  if (findings.kind === "one") return showArticle(session, findings.article);
  return findings.kind === "several" ? choiceView(findings.articles) : undefined;
}

/** Answers what is no question: the name of a region, an answer, or only a sign such as a smiley or a number. Returns whether it did. */
function answerBriefly(session: Session, text: string, isFirst: boolean): boolean {
  const region = typedRegion(session.content, text);
  if (region) session.send(chooseRegion(session, region.id));
  else if (isAnswer(session, text)) session.send(walkView(session, session.notice("notice.use-card")));
  else if (/^\d{0,2}$/.test(comparable(text))) answerSign(session, text, isFirst);
  else return false;
  return true;
}

function answerSign(session: Session, text: string, isFirst: boolean): void {
  if (text.includes("?")) obey(session, "onduidelijk", isFirst);
  else if (!isFirst) smallTalk(session, "small-talk.sign");
}

/** A number or the words of an answer to the open question: only a click counts. */
function isAnswer(session: Session, text: string): boolean {
  const question = session.open?.position.current?.question;
  const typed = comparable(text);
  if (!question) return false;
  return /^\d{1,2}$/.test(typed) || question.options.some((option) => comparable(option.text) === typed);
}

/** The open question, as it was. */
function askAgain(session: Session): void {
  if (session.isWalking) session.send(walkView(session));
}
