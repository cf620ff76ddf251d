import { findText } from "../../content/find-text.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Mistake } from "../../content/mistake.ts";
import { missingGroup } from "../check-sentences.ts";

/** For example `texts.result.title` or `texts.result.reaction['niet-eens']` in a card template. */
const REFERENCE = /\btexts((?:\.\w+|\['[\w-]+'\])+)/g;

/** Every text that a card names exists, also in the parts that its sample does not show. A group that is gone is one mistake. */
export function checkCardTexts({ draft, partial }: LoadedContent): Mistake[] {
  const named = draft.cards.flatMap(({ file }) =>
    [...file.text.matchAll(REFERENCE)].map(([reference, keys = ""]) => ({
      file,
      reference,
      path: keys.match(/[\w-]+/g) ?? [],
    })),
  );
  const missing = named.filter(({ path }) => findText(partial.texts, path) === undefined);
  const groups = new Set(missing.map(({ path }) => path[0] ?? "").filter((group) => !(group in partial.texts)));
  return [
    ...[...groups].map(missingGroup),
    ...missing
      .filter(({ path }) => !groups.has(path[0] ?? ""))
      .map(({ file, reference }) =>
        file.mistakeAtWords(reference, {
          rule: "missing-text",
          what: `De kaart noemt "${reference}", maar die tekst is er niet.`,
          fix: "Voeg de tekst toe in dialogs/texts/, of noem een andere.",
        }),
      ),
  ];
}
