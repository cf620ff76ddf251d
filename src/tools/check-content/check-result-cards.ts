import { atoms } from "../../conditions/atoms.ts";
import type { Content, Flow } from "../../content/content.ts";
import { mistakeAt } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Finding, Mistake } from "../../content/mistake.ts";
import type { Targets } from "../../content/references/targets.ts";
import { UNKNOWN_OPTION } from "../../content/schema/id.ts";
import type { Signal } from "../../content/schema/signal.ts";
import { type OpenWalk, openWalk } from "../../conversation/open-walk.ts";
import { PAGE_SIZE, resultView } from "../../conversation/result-view.ts";
import type { ResultView } from "../../conversation/view.ts";

import { isSuggestion } from "../../signals/levels.ts";
import type { Suggestion } from "../../signals/suggest.ts";
import { cardFindings } from "./card-findings.ts";
import { checkSamples } from "./check-samples.ts";
import { rendererOf } from "./renderer-of.ts";

/**
 * The largest result cards keep to what Teams can show: all signals at once, largest first, and a walk
 * with only "weet ik niet". Silent while the card itself has mistakes.
 */
export function checkResultCards(loaded: LoadedContent, targets: Targets): Mistake[] {
  if (checkSamples(loaded).length > 0) return [];
  const content = loaded.partial;
  const render = rendererOf(content);
  const results = [...content.flows.values()].flatMap((flow) => [
    everySignal(content, flow),
    onlyUnknown(content, flow),
  ]);
  return results.flatMap((open) =>
    pages(open).flatMap((page) => {
      const view = resultView(content, open, largestRegion(content), page, "");
      return cardFindings(render(view)).flatMap((finding) => atSignal(targets, view, finding));
    }),
  );
}

/** At the first signal on the page, or else at the first signal of all. */
function atSignal({ signals }: Targets, view: ResultView, finding: Finding): Mistake[] {
  const placed = signals.find(({ value }) => value.id === view.signals[0]?.id) ?? signals[0];
  return placed ? [mistakeAt(placed, ["title"], finding)] : [];
}

function pages({ suggestions }: OpenWalk): number[] {
  const count = Math.max(1, Math.ceil(suggestions.certain.length / PAGE_SIZE));
  return Array.from({ length: count }, (_, index) => index + 1);
}

function everySignal(content: Content, flow: Flow): OpenWalk {
  const signals = content.signalGroups.flatMap((group) => group.signals.map((signal) => asSuggestion(signal, content)));
  const certain = signals.filter(({ signal }) => isSuggestion(signal.level)).sort((a, b) => sizeOf(b) - sizeOf(a));
  const position = { path: [], known: {}, current: undefined, length: { min: 0, max: 0 } };
  return { walk: walkOf(flow, {}), flow, position, suggestions: { certain, info: [], possible: [] } };
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
  const open = openWalk(content, walkOf(flow, answers));
  return open ?? everySignal(content, flow);
}

function walkOf(flow: Flow, answers: Record<string, string[]>): OpenWalk["walk"] {
  return { id: "proef", flow: flow.id, version: flow.version, answers, earlier: {}, reactions: {}, counted: [] };
}

function largestRegion({ regions }: Content): string | undefined {
  return [...regions.values()].sort((a, b) => sizeOf(b.mda) - sizeOf(a.mda))[0]?.id;
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
