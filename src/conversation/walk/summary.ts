import type { Content } from "../../content/content.ts";
import type { Suggestion } from "../../signals/suggest.ts";
import type { Session } from "../turn/session.ts";
import { answerText } from "../views/option-text.ts";
import { rankedSituations } from "../views/ranked-situations.ts";
import { nextStep } from "../views/result-view.ts";
import { type SentenceKey, sentence } from "../views/sentence.ts";
import { toFindOut } from "../views/to-find-out-view.ts";
import type { View } from "../views/view.ts";
import type { OpenWalk } from "./open-walk.ts";
import { outcomeView, walkView } from "./walk-view.ts";

interface SummaryOptions {
  region: string | undefined;
  now: Date;
}

/** As a day is written in a dossier. */
const DAY: Intl.DateTimeFormatOptions = { dateStyle: "long", timeZone: "Europe/Amsterdam" };

/** Plain text for the worker's own dossier: only what was chosen on the cards, and what follows from it. */
function summary(content: Content, open: OpenWalk, { region, now }: SummaryOptions): string {
  const { flow, position, suggestions } = open;
  const title = position.current ? "summary.title-so-far" : "summary.title";
  return [
    sentence(content, title, { ronde: flow.title, datum: now.toLocaleDateString("nl-NL", DAY) }),
    numbered(sentence(content, "summary.ranked"), rankedSituations(content, open)),
    section(sentence(content, "summary.suggestions"), suggestionLines(content, open, region)),
    section(sentence(content, "summary.answers"), answers(content, open)),
    section(sentence(content, "summary.unknown"), toFindOut(open)),
    suggestions.certain.some(({ signal }) => signal.meldcode) ? sentence(content, "summary.meldcode") : "",
    sentence(content, "summary.closing"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function section(title: string, lines: string[]): string {
  return lines.length > 0 ? [title, ...lines.map((line) => `- ${line}`)].join("\n") : "";
}

function numbered(title: string, lines: string[]): string {
  return lines.length > 0 ? [title, ...lines.map((line, index) => `${index + 1}. ${line}`)].join("\n") : "";
}

function answers(content: Content, { position }: OpenWalk): string[] {
  return position.path
    .filter(({ question }) => question.kind !== "ranking")
    .map(({ question }) => answerText(content, question.id, position.known[question.id] ?? []));
}

function suggestionLines(content: Content, open: OpenWalk, region: string | undefined): string[] {
  const { certain } = open.suggestions;
  if (certain.length === 0) return [sentence(content, "summary.nothing")];
  return certain.map((suggestion) => suggestionLine(content, open, suggestion, region));
}

function suggestionLine(
  content: Content,
  { walk }: OpenWalk,
  { signal, because }: Suggestion,
  region: string | undefined,
): string {
  const reaction = walk.reactions[signal.id];
  const reasons = because.map(({ question, options }) => answerText(content, question, options)).join("; ");
  return [
    `${sentence(content, `summary.levels.${signal.level}` as SentenceKey)}: ${signal.title}.`,
    `${sentence(content, "summary.because")} ${reasons}.`,
    `${sentence(content, "summary.next")} ${nextStep(content, signal, region)}`,
    reaction ? `${sentence(content, "summary.reaction")} ${sentence(content, `summary.reactions.${reaction}`)}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The summary by a click: as a message of its own below the outcome, to be copied. */
export function showSummary(session: Session, open: OpenWalk): undefined {
  session.say(outcomeView(session, { notice: "notice.summary-below" }));
  sayText(session, open);
}

/** The summary by a typed word. Before the end of the walk it is an interim one, and the open question comes again. */
export function typeSummary(session: Session, open: OpenWalk): View | undefined {
  const isWorthIt = open.position.path.length > 0;
  if (isWorthIt) sayText(session, open);
  return !isWorthIt || session.isWalking ? walkView(session) : undefined;
}

function sayText(session: Session, open: OpenWalk): void {
  session.sayText(summary(session.content, open, { region: session.state.region, now: session.now }));
}
