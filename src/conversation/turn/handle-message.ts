import { textAt } from "../../content/text-at.ts";
import { comparable } from "../../language/normalise.ts";
import { NO_VALUE } from "../../usage/count.ts";
import { choiceView, noAnswerView } from "../views/article-view.ts";
import { caseView, dangerView, menuView } from "../views/menu-view.ts";
import { type SentenceKey, sentence } from "../views/sentence.ts";
import { chooseRegion } from "../walk/choose-region.ts";
import { walkView } from "../walk/walk-view.ts";
import type { MessageEvent } from "./event.ts";
import type { Session } from "./session.ts";
import { showArticle } from "./show-article.ts";
import { typedCommand, typedRegion } from "./typed-command.ts";
import { understandingOf } from "./understanding.ts";
import { act, obey } from "./verbs.ts";

/** A message, and what the steps so far found in it. */
interface Message extends MessageEvent {
  /** Nothing was said before in this conversation. */
  isFirst: boolean;
  isDanger: boolean;
  isCase: boolean;
  /** In another language, or with personal data: no more is read of it than whether there is danger or a case. */
  isClosed: boolean;
}

/** Whether the next step follows, the open question comes again and that is all, or nothing more comes. */
type Outcome = "next" | "question" | "end";

type MessageStep = (session: Session, message: Message) => Outcome;

/**
 * What a typed message goes through, in the order of ADR 16. Of a message in another language nothing is understood: it
 * always gets the numbers to call. What is exactly a command or a title is never taken for danger or a case.
 */
const STEPS: readonly MessageStep[] = [
  sayForeign,
  sayDanger,
  welcome,
  sayPersonalData,
  leaveEdit,
  sayTextOnly,
  leaveClosed,
  obeyCommand,
  takeRegion,
  takeAnswer,
  takeSign,
  tellSafety,
  answerQuestion,
];

/** A typed message. After whatever interrupts a walk, its open question comes again, unchanged. */
export function handleMessage(session: Session, event: MessageEvent): void {
  const message = { ...event, isFirst: !session.state.greeted, isDanger: false, isCase: false, isClosed: false };
  for (const step of STEPS) {
    const outcome = step(session, message);
    if (outcome === "end") return;
    if (outcome === "question") break;
  }
  if (session.isWalking) session.say(walkView(session));
}

/** Welcomes once, whatever comes first: the installation or a message. */
export function greet(session: Session): void {
  if (session.state.greeted) return;
  session.state = { ...session.state, greeted: true };
  session.say(menuView(session, "welcome"));
}

/** In Dutch and English, with 112 and Veilig Thuis: the message may be about danger. */
function sayForeign(session: Session, message: Message): Outcome {
  if (!understandingOf(session.content).isForeign(message.text)) return "next";
  message.isClosed = true;
  const say = (key: SentenceKey) => sentence(session.content, key);
  const text = `${say("foreign.english")}\n\n${say("foreign.dutch")}`;
  session.say({ card: "message", title: say("foreign.title"), text });
  return "next";
}

/** Before everything else, the welcome too. Who takes the turn may have sent it already: see `dangerIn`. */
function sayDanger(session: Session, message: Message): Outcome {
  const view = dangerView(understandingOf(session.content).danger(message.text));
  if (!view) return "next";
  message.isDanger = true;
  session.count("danger-typed", view.level);
  session.say(view);
  return "next";
}

function welcome(session: Session, { edited }: Message): Outcome {
  if (!edited) greet(session);
  return "next";
}

function sayPersonalData(session: Session, message: Message): Outcome {
  const kinds = message.isClosed ? [] : understandingOf(session.content).personalData(message.text);
  if (kinds.length === 0) return "next";
  message.isClosed = true;
  session.count("personal-data-seen", NO_VALUE);
  session.say({
    card: "personal-data",
    kinds: kinds.map((kind) => textAt(session.content, `personal-data.kinds.${kind}`)),
  });
  return message.edited ? "next" : tellSafety(session, message);
}

/** What was edited was answered before. */
function leaveEdit(_session: Session, { edited }: Message): Outcome {
  return edited ? "end" : "next";
}

/** A picture may show what no text says, so 112 is named; what comes with a text is only told about. */
function sayTextOnly(session: Session, { text, attached }: Message): Outcome {
  if (!attached) return "next";
  const say = (key: SentenceKey) => sentence(session.content, key);
  const [title, names] = [say("attachment.title"), say("attachment.names")];
  session.say({ card: "message", title, text: text ? names : `${say("attachment.text")}\n\n${names}` });
  return text ? "next" : "question";
}

function leaveClosed(_session: Session, { isClosed }: Message): Outcome {
  return isClosed ? "question" : "next";
}

/** The welcome has the choices of the menu. */
function obeyCommand(session: Session, { text, isFirst }: Message): Outcome {
  const command = typedCommand(session.content, text);
  if (!command) return "next";
  if (command !== "menu" || !isFirst) obey(session, command);
  return "end";
}

/** The name of a region. */
function takeRegion(session: Session, { text }: Message): Outcome {
  const region = typedRegion(session.content, text);
  if (!region) return "next";
  session.say(chooseRegion(session, region.id));
  return "end";
}

/** A number or the words of an answer to the open question: only a click counts. */
function takeAnswer(session: Session, { text }: Message): Outcome {
  const question = session.open?.position.current?.question;
  const typed = comparable(text);
  const isOption = question?.options.some((option) => comparable(option.text) === typed);
  if (!question || !(isOption || /^\d{1,2}$/.test(typed))) return "next";
  act(session, { verb: "type-answer" });
  return "end";
}

/** Only a sign or a number, such as a smiley. */
function takeSign(session: Session, { text, isFirst }: Message): Outcome {
  if (!/^\d{0,2}$/.test(comparable(text))) return "next";
  if (text.includes("?")) act(session, { verb: "unclear" });
  else if (!isFirst) act(session, { verb: "sign" });
  return "end";
}

/** Who tells about a case gets the way to safety, unless the danger card came. */
function tellSafety(session: Session, message: Message): Outcome {
  message.isCase = understandingOf(session.content).isCase(message.text);
  if (message.isCase && !message.isDanger) session.say(caseView(session));
  return "next";
}

/**
 * An article, a choice of them, or that there is none. After a danger card only an article that surely fits: whoever has
 * to call must not choose from a list first. After a case card it is not said that there is none.
 */
function answerQuestion(session: Session, { text, isFirst, isDanger, isCase }: Message): Outcome {
  const findings = understandingOf(session.content).search(text);
  if (findings.kind === "one") session.say(showArticle(session, findings.article));
  else if (findings.kind === "several") {
    if (!isDanger) session.say(choiceView(findings.articles));
  } else if (!isCase) {
    session.count("question-unanswered", NO_VALUE);
    if (!isFirst && !isDanger) session.say(noAnswerView(session.content, session.newId));
  }
  return "question";
}
