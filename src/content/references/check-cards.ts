import { type Draft, mistakeAt, type Placed } from "../draft.ts";
import type { Mistake } from "../mistake.ts";

/** Every card has a sample, and every sample a card. */
export function checkCards(draft: Draft): Mistake[] {
  return [...withoutOther(draft.cards, draft.samples, "sample"), ...withoutOther(draft.samples, draft.cards, "card")];
}

function withoutOther(files: Placed<unknown>[], others: Placed<unknown>[], kind: string): Mistake[] {
  return files
    .filter(({ name }) => !others.some((other) => other.name === name))
    .map((file) =>
      mistakeAt(file, [], {
        rule: "card-pair",
        what: `Bij deze kaart hoort ook cards/${file.name}.${kind}.json.`,
        fix: "Voeg dat bestand toe, of haal dit bestand weg.",
      }),
    );
}
