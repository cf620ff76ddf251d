import type { Command } from "../../content/schema/command.ts";
import { OTHER_TOPIC } from "../../usage/count.ts";
import { answersView } from "../views/answers-view.ts";
import { noAnswerView, topicView } from "../views/article-view.ts";
import { callNowView } from "../views/danger-today-view.ts";
import { menuView, phasesView, regionView, sameCard } from "../views/menu-view.ts";
import { type SentenceKey, sentence } from "../views/sentence.ts";
import { toFindOutView } from "../views/to-find-out-view.ts";
import type { View } from "../views/view.ts";
import type { WalkRef } from "../views/walk-cards.ts";
import { chooseRegion, welcomeRegion } from "../walk/choose-region.ts";
import { finishWalk, stopWalk } from "../walk/close-walk.ts";
import { giveAnswer } from "../walk/give-answer.ts";
import type { OpenWalk } from "../walk/open-walk.ts";
import { keepUseful, reactTo, showSuggestion } from "../walk/react.ts";
import { skipPhase } from "../walk/skip-phase.ts";
import { startWalk } from "../walk/start-walk.ts";
import { showSummary, typeSummary } from "../walk/summary.ts";
import { changeAnswer, goBack } from "../walk/take-back.ts";
import { needsRegion, outcomeView, walkView } from "../walk/walk-view.ts";
import type { Action, TypedAction } from "./event.ts";
import type { Session } from "./session.ts";
import { readArticle, tellHelped } from "./show-article.ts";
import { setMonthly, showTrends } from "./show-trends.ts";

type Asked = Action | TypedAction;

/** Does what a verb asks; returns the card that comes now, or undefined when all was said already. */
type Handler<A> = (session: Session, asked: A) => View | undefined;

/** What each verb does, by a click and by a typed word alike. `inWalk` needs an open walk, that of the card. */
const VERBS: { readonly [V in Asked["verb"]]: Handler<Extract<Asked, { verb: V }>> } = {
  start: (session, asked) => below(session, asked.card, startWalk(session, asked)),
  show: (session, { show, card }) => below(session, card, shown(session, show)),
  resume: (session, { card }) => below(session, card, resumed(session)),
  region: (session, { region, card }) =>
    card === undefined ? chooseRegion(session, region) : welcomeRegion(session, card, region),
  stop: stopWalk,
  article: (session, { article }) => readArticle(session, article),
  topic(session, { topic, missed, turn }) {
    if (missed && session.isFirstOf(turn)) session.count("question-missed", topic);
    return topicView(session.content, topic);
  },
  missed(session, { turn }) {
    if (session.isFirstOf(turn)) session.count("question-missed", OTHER_TOPIC);
    return { ...noAnswerView(session.content, session.newId), thanked: true };
  },
  helped: tellHelped,
  trends: (session, { card, ...choice }) => {
    if (card !== undefined) session.say(sameCard(session, card));
    return showTrends(session, choice);
  },
  monthly: setMonthly,
  explain: (session, { article, signal }) => {
    session.say(signal ? showSuggestion(session, signal) : walkView(session));
    return readArticle(session, article);
  },

  answer: inWalk(giveAnswer),
  back: inWalk(ofQuestion(goBack), "notice.no-walk-back"),
  "skip-phase": inWalk(ofQuestion(skipPhase)),
  change: inWalk(changeAnswer),
  continue: inWalk((session) => walkView(session)),
  refresh: inWalk((session) => walkView(session)),
  pause: inWalk(({ content }, open) => callNowView(content, open)),
  answers: inWalk((_session, open, { page = 1 }) => answersView(open, page)),
  outcome: inWalk((session, _open, { page = 1 }) => outcomeView(session, { page })),
  suggestion: inWalk((session, _open, { signal }) => showSuggestion(session, signal)),
  "find-out": inWalk(({ content }, open) => toFindOutView(content, open)),
  react: inWalk(reactTo),
  useful: inWalk(keepUseful),
  summary: inWalk(showSummary),
  finish: inWalk(finishWalk),

  "type-summary": inWalk(typeSummary),
  "type-answer": (session) =>
    session.open ? walkView(session, session.notice("notice.use-card")) : smallTalk(session, "small-talk.sign"),
  skip: inWalk(skip),
  unclear: (session) => smallTalk(session, session.isWalking ? "notice.unclear" : "small-talk.unclear"),
  version: (session) => smallTalk(session, "small-talk.version", { versie: session.content.version }),
  thanks: (session) => smallTalk(session, "small-talk.thanks"),
  sign: (session) => smallTalk(session, "small-talk.sign"),
};

/** What each command asks when it is typed. */
const COMMANDS: Readonly<Record<Command, TypedAction>> = {
  menu: { verb: "show", show: "menu" },
  fasen: { verb: "show", show: "phases" },
  regio: { verb: "show", show: "region" },
  hulp: { verb: "show", show: "help" },
  privacy: { verb: "show", show: "privacy" },
  top3: { verb: "start", flow: "top3" },
  "gevaar-check": { verb: "start", flow: "gevaar-check" },
  "mda-check": { verb: "start", flow: "mda-check" },
  verder: { verb: "resume" },
  stop: { verb: "stop" },
  trends: { verb: "trends" },
  terug: { verb: "back" },
  uitkomst: { verb: "outcome" },
  antwoorden: { verb: "answers" },
  "bel-nu": { verb: "pause" },
  samenvatting: { verb: "type-summary" },
  antwoord: { verb: "type-answer" },
  "sla-over": { verb: "skip" },
  "sla-fase-over": { verb: "skip-phase" },
  onduidelijk: { verb: "unclear" },
  versie: { verb: "version" },
  bedankt: { verb: "thanks" },
};

/** Does what a button or a typed word asks, and shows the card that comes of it. */
export function act(session: Session, asked: Asked): void {
  const handler = VERBS[asked.verb] as Handler<Asked>;
  const view = handler(session, asked);
  if (view) session.say(view);
}

/** Does what a typed command asks. */
export function obey(session: Session, command: Command): void {
  act(session, COMMANDS[command]);
}

/**
 * What a verb does with the open walk. Without one, or on the card of another walk or another version, it does nothing,
 * and what is open now is shown. A typed word means the walk that is open.
 */
function inWalk<A>(
  handle: (session: Session, open: OpenWalk, asked: A) => View | undefined,
  noWalk: SentenceKey = "notice.no-open-walk",
): Handler<A & { verb: string } & Partial<WalkRef>> {
  return (session, asked) => {
    const { open } = session;
    if (!open) return walkView(session, session.notice(asked.walk === undefined ? noWalk : "notice.walk-gone"));
    const notice = mismatch(open, asked);
    return notice ? walkView(session, session.notice(notice)) : handle(session, open, asked);
  };
}

/** What a button does to the open question: on the card of another one it is too late, and the open one is shown. */
function ofQuestion(handle: (session: Session, open: OpenWalk) => View) {
  return (session: Session, open: OpenWalk, { question }: { question?: string | undefined }): View =>
    question === undefined || question === open.position.current?.question.id
      ? handle(session, open)
      : walkView(session);
}

/** What is wrong with a card of another walk or another version; undefined when it fits. */
function mismatch(open: OpenWalk, asked: { verb: string } & Partial<WalkRef>): SentenceKey | undefined {
  const { walk = open.walk.id, version = open.walk.version } = asked;
  if (open.walk.id !== walk) return "notice.other-walk";
  return open.walk.version === version || asked.verb === "refresh" ? undefined : "notice.questions-changed";
}

/** From a menu-like card that card stays as it is, and the view comes below; otherwise the view replaces it. */
function below(session: Session, card: string | undefined, view: View): View {
  if (card !== undefined) session.say(sameCard(session, card));
  return view;
}

function shown(session: Session, what: Extract<Action, { verb: "show" }>["show"]): View {
  if (what === "phases") return phasesView(session);
  return what === "region" ? regionView(session) : menuView(session, what);
}

function resumed(session: Session): View {
  return walkView(session, session.notice(session.open ? undefined : "notice.no-open-walk"));
}

/** The question about the region can be skipped; any other is answered with "weet ik niet", by clicking. */
function skip(session: Session, open: OpenWalk): View {
  if (open.position.current) return walkView(session, session.notice("notice.skip"));
  return needsRegion(session, open) ? chooseRegion(session) : walkView(session);
}

/** One friendly line: above the open question, so that it is not lost out of sight, or else by itself. */
function smallTalk(session: Session, key: SentenceKey, values: Record<string, string> = {}): View | undefined {
  if (session.isWalking) return walkView(session, session.notice(key, values));
  session.sayText(sentence(session.content, key, values));
  return undefined;
}
