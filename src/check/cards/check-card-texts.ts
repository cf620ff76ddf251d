import { findText } from "../../content/find-text.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Mistake } from "../../content/mistake.ts";

/** For example `texts.result.title` or `texts.result.reaction['niet-eens']` in a card template. */
const REFERENCE = /\btexts((?:\.\w+|\['[\w-]+'\])+)/g;

/** Every text that a card names exists, also in the parts that its sample does not show. */
export function checkCardTexts({ draft, partial }: LoadedContent): Mistake[] {
  return draft.cards.flatMap(({ file }) =>
    [...file.text.matchAll(REFERENCE)]
      .filter(([, keys = ""]) => findText(partial.texts, keys.match(/[\w-]+/g) ?? []) === undefined)
      .map(([reference]) =>
        file.mistakeAtWords(reference, {
          rule: "missing-text",
          what: `De kaart noemt "${reference}", maar die tekst is er niet.`,
          fix: "Voeg de tekst toe in dialogs/texts, of noem een andere.",
        }),
      ),
  );
}
