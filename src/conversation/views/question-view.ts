import { evaluate } from "../../conditions/evaluate.ts";
import type { Content } from "../../content/content.ts";
import type { Question } from "../../content/schema/question.ts";
import { offeredOptions } from "../../flow/offered-options.ts";
import type { Line } from "../../flow/script.ts";
import { certainSignals, type GroupedSignal } from "../../signals/suggest.ts";
import type { OpenWalk } from "../walk/open-walk.ts";
import { optionText, sourceText } from "./option-text.ts";
import { rankedSituations } from "./ranked-situations.ts";
import { sentence } from "./sentence.ts";
import type { QuestionView } from "./walk-cards.ts";

/** Questions after which the outcome so far can be asked for: those about danger. */
const OUTCOME_AFTER = 5;

/** The card of the open question of `open`, which must not be finished. */
export function questionView(content: Content, open: OpenWalk, notice: string): QuestionView {
  const { walk, flow, position } = open;
  const line = position.current;
  if (!line) throw new TypeError("a finished walk has no open question");
  const { phase, question } = line;
  const suggested = suggestedOption(question, open);
  const earlier = walk.earlier[question.id] ?? [];
  return {
    card: "question",
    walk: walk.id,
    version: walk.version,
    flowTitle: flow.title,
    phaseTitle: phase.title,
    progress: { number: position.path.length + 1, ...position.length },
    question: question.id,
    text: question.text,
    why: question.why,
    kind: question.kind,
    options: offeredOptions(question, position.known).map(({ id, text }) => ({
      id,
      text,
      suggested: id === suggested,
    })),
    places: question.kind === "ranking" ? places(content, open, question) : [],
    situations: question["names-ranked"] ? rankedSituations(content, open) : [],
    earlier: earlier.length ? sentence(content, "question.earlier", { antwoord: optionText(question, earlier) }) : "",
    earlierIds: earlier.join(","),
    suggestion: suggested ? (question.suggest?.because ?? "") : "",
    checklist: checklist(question, open),
    banners: banners(content, open),
    notice,
    canGoBack: position.path.length > 0,
    canSkip: offersSkip(line),
    canSeeOutcome: position.path.length >= OUTCOME_AFTER,
    source: sourceText(content, question.source),
    concept: question.status === "concept",
    explain: question.explain ?? "",
  };
}

/** Danger is always asked, and a last question of a phase has "weet ik niet" itself. */
function offersSkip({ phase, question }: Line): boolean {
  return !phase.always && phase.questions.at(-1)?.id !== question.id;
}

/** What stays in sight until the end: the warnings of the signals, and that there is something to do today. */
function banners(content: Content, open: OpenWalk): string[] {
  const signals = standing(content, open).map(({ signal }) => signal);
  const today = signals.some(({ level, banner }) => level === "vandaag" && !banner);
  return [
    ...signals.flatMap(({ banner }) => (banner ? [banner] : [])),
    ...(today ? [sentence(content, "question.today")] : []),
  ];
}

/** What is certain. While danger questions are asked again, what was answered before still stands. */
function standing(content: Content, { walk, flow, position, certain }: OpenWalk): readonly GroupedSignal[] {
  const asked = flow.phases.flatMap(({ always, questions }) => (always ? questions.map(({ id }) => id) : []));
  const earlier = Object.entries(walk.earlier).filter(([id]) => asked.includes(id));
  if (earlier.length === 0) return certain;
  return certainSignals(content.signalGroups, { ...Object.fromEntries(earlier), ...position.known });
}

function suggestedOption(question: Question, { position }: OpenWalk): string | undefined {
  if (!question.suggest) return undefined;
  return evaluate(question.suggest.when, position.known) === "true" ? question.suggest.option : undefined;
}

/** The places to fill: three, or fewer when fewer were chosen. */
function places(content: Content, { walk, position }: OpenWalk, question: Question): QuestionView["places"] {
  const earlier = walk.earlier[question.id] ?? [];
  const count = offeredOptions(question, position.known).length - 1;
  return PLACES.slice(0, count).map((id, index) => ({
    id,
    label: sentence(content, `question.places.${id}`),
    chosen: earlier[index] ?? "",
  }));
}

const PLACES = ["first", "second", "third"] as const;

function checklist(question: Question, { position }: OpenWalk): string[] {
  return question.checklist
    .filter((item) => ["true", "unknown"].includes(evaluate(item.when, position.known)))
    .map((item) => item.text);
}
