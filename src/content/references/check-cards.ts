import { type Draft, mistakeAt, type Placed } from "../draft.ts";
import type { Mistake } from "../mistake.ts";

/** Every card has a sample, and every sample a card. */
export function checkCards(draft: Draft): Mistake[] {
  return [...withoutOther(draft, "cards", "samples", "sample"), ...withoutOther(draft, "samples", "cards", "card")];
}

type Kind = "cards" | "samples";

function withoutOther(draft: Draft, kind: Kind, other: Kind, extension: string): Mistake[] {
  const names = new Set([...draft.refusedIds, ...draft[other].map(({ name }) => name)]);
  return draft[kind].filter(({ name }) => !names.has(name)).map((file) => missingOther(file, extension));
}

function missingOther(file: Placed<unknown>, extension: string): Mistake {
  return mistakeAt(file, [], {
    rule: "card-pair",
    what: `Bij deze kaart hoort ook cards/${file.name}.${extension}.json.`,
    fix: "Voeg dat bestand toe, of haal dit bestand weg.",
  });
}
