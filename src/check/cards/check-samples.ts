import type { Placed } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Finding, Mistake } from "../../content/mistake.ts";
import type { View } from "../../conversation/views/view.ts";
import { AppError } from "../../errors.ts";
import { CARD_NAMES } from "../../render/card-names.ts";
import { type Renderer, rendererOf } from "../../render/render-card.ts";
import { cardFindings } from "./card-findings.ts";

/** More than one rule looks whether the cards are good. */
const known = new WeakMap<LoadedContent, Mistake[]>();

/** Every card that the conversation shows exists, and becomes a good card when its sample is filled in. */
export function checkSamples(loaded: LoadedContent): Mistake[] {
  const mistakes = known.get(loaded) ?? findMistakes(loaded);
  known.set(loaded, mistakes);
  return mistakes;
}

function findMistakes({ draft, partial }: LoadedContent): Mistake[] {
  const missing = CARD_NAMES.filter((name) => !partial.cards.has(name));
  if (missing.length > 0) return missing.map(missingCard);
  const render = rendererOf(partial);
  return draft.cards.flatMap((card) => checkSample(render, card, partial.cards.get(card.name)?.sample));
}

function checkSample(render: Renderer, card: Placed<unknown>, sample: unknown): Mistake[] {
  const name = (sample as { card?: unknown } | null)?.card;
  if (name !== card.name) return [card.file.mistakeAt([], wrongSample(card.name))];
  const rendered = attempt(() => render(sample as View));
  if (rendered instanceof Error) return [card.file.mistakeAt([], unreadable(rendered))];
  return cardFindings(rendered).map((finding) => card.file.mistakeAtWords(placeholder(finding.what), finding));
}

function placeholder(what: string): string {
  return what.match(/\$\{[^}]*\}/)?.[0] ?? "";
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function missingCard(name: string): Mistake {
  const what = `De kaart "${name}" ontbreekt.`;
  const file = `cards/${name}.card.json`;
  return { file, line: 1, column: 1, rule: "missing-card", what, fix: "Zet het bestand terug." };
}

function unreadable(error: Error): Finding {
  if (error instanceof AppError) return { rule: "card", what: error.message, fix: error.fix };
  const what = `De kaart is niet te maken: ${error.message}.`;
  return { rule: "card", what, fix: "Controleer wat in de kaart tussen accolades staat." };
}

function wrongSample(name: string): Finding {
  const what = `Het voorbeeld cards/${name}.sample.json hoort niet bij deze kaart, of de kaart wordt nergens gebruikt.`;
  return { rule: "card-sample", what, fix: `Zet "card": "${name}" in het voorbeeld, of haal beide bestanden weg.` };
}
