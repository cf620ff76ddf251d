import { atoms } from "../../conditions/atoms.ts";
import type { Content, Flow } from "../../content/content.ts";
import { mistakeAt } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Finding, Mistake } from "../../content/mistake.ts";
import type { Targets } from "../../content/references/targets.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import type { Signal } from "../../content/schema/signal.ts";
import { ANSWERS_ON_CARD, answersView } from "../../conversation/views/answers-view.ts";
import { ROWS_ON_CARD, resultView } from "../../conversation/views/result-view.ts";
import { suggestionView } from "../../conversation/views/suggestion-view.ts";
import { toFindOutView } from "../../conversation/views/to-find-out-view.ts";
import type { AnswersView, ResultView, SuggestionView, ToFindOutView } from "../../conversation/views/walk-cards.ts";
import { exampleWalk } from "../../conversation/walk/example-walk.ts";
import { type OpenWalk, openWalk } from "../../conversation/walk/open-walk.ts";
import { rendererOf } from "../../render/render-card.ts";
import { isSuggestion } from "../../signals/levels.ts";
import type { Suggestion } from "../../signals/suggest.ts";
import { cardFindings } from "./card-findings.ts";
import { checkSamples } from "./check-samples.ts";

/**
 * The largest cards at the end of a walk keep to what Teams can show: all signals at once, each of them by itself, and
 * what there is after a walk with only "weet ik niet". Silent while the cards themselves have mistakes.
 */
export function checkResultCards(loaded: LoadedContent, targets: Targets): Mistake[] {
  if (checkSamples(loaded).length > 0) return [];
  const content = loaded.partial;
  const render = rendererOf(content);
  return [...content.flows.values()]
    .flatMap((flow) => [everySignal(content, flow), onlyUnknown(content, flow)])
    .flatMap((open) => viewsOf(content, open))
    .flatMap((view) => cardFindings(render(view)).flatMap((finding) => atSignal(targets, view, finding)));
}

/** At the signal that is shown or comes first, or else at the first signal of all. */
function atSignal({ signals }: Targets, view: EndView, finding: Finding): Mistake[] {
  const id = view.card === "suggestion" ? view.id : view.card === "result" ? view.lead[0]?.id : "";
  const placed = signals.find(({ value }) => value.id === id) ?? signals[0];
  return placed ? [mistakeAt(placed, ["title"], finding)] : [];
}

type EndView = ResultView | SuggestionView | ToFindOutView | AnswersView;

function viewsOf(content: Content, open: OpenWalk): EndView[] {
  const region = largestRegion(content);
  const { certain } = open.suggestions;
  const results = pages(Math.ceil((certain.length - 1) / ROWS_ON_CARD)).map((page) =>
    resultView(content, open, region, page, ""),
  );
  const answers = pages(Math.ceil(open.position.path.length / ANSWERS_ON_CARD)).map((page) => answersView(open, page));
  const suggestions = certain.map((suggestion) => suggestionView(content, open, suggestion, region, ""));
  return [...results, ...suggestions, toFindOutView(content, open), ...answers];
}

function pages(count: number): number[] {
  return Array.from({ length: Math.max(1, count) }, (_, index) => index + 1);
}

function everySignal(content: Content, flow: Flow): OpenWalk {
  const signals = content.signalGroups.flatMap((group) => group.signals.map((signal) => asSuggestion(signal, content)));
  const certain = signals.filter(({ signal }) => isSuggestion(signal.level)).sort((a, b) => sizeOf(b) - sizeOf(a));
  return exampleWalk(flow, undefined, { certain });
}

function asSuggestion(signal: Signal, { questions }: Content): Suggestion {
  const because = atoms(signal.when).map(({ question, is }) => ({
    question,
    options: questions.get(question)?.kind === "single" ? is.slice(0, 1) : is,
  }));
  return { signal, group: "", because, advice: signal.advice.map(({ text }) => text) };
}

function onlyUnknown(content: Content, flow: Flow): OpenWalk {
  const questions = flow.phases.flatMap((phase) => phase.questions);
  const answers = Object.fromEntries(questions.map(({ id }) => [id, [UNKNOWN_OPTION]]));
  const open = openWalk(content, { ...exampleWalk(flow, undefined).walk, answers });
  return open ?? everySignal(content, flow);
}

function largestRegion({ regions }: Content): string | undefined {
  return [...regions.values()].sort((a, b) => sizeOf(b.mda) - sizeOf(a.mda))[0]?.id;
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
