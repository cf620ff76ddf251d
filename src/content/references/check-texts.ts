import { type Draft, mistakeAt } from "../draft.ts";
import type { Mistake } from "../mistake.ts";
import { UNKNOWN_OPTION } from "../schema/id.ts";

/** Every group of texts stands in one file, and the text that every question needs is there. */
export function checkTexts({ texts, refused }: Draft): Mistake[] {
  return [...groupsTwice(texts), ...(refused.has("texts") ? [] : checkUnknownText(texts))];
}

function groupsTwice(texts: Draft["texts"]): Mistake[] {
  const first = new Map<string, string>();
  return texts.flatMap(({ value, file }) =>
    Object.keys(value).flatMap((key) => {
      const other = first.get(key);
      first.set(key, other ?? file.file);
      const what = `"${key}" staat ook in ${other}.`;
      const fix = "Zet alles wat eronder hoort bij elkaar, in één van de twee bestanden.";
      return other === undefined ? [] : [file.mistakeAtKey([], key, { rule: "duplicate-text", what, fix })];
    }),
  );
}

function checkUnknownText(texts: Draft["texts"]): Mistake[] {
  const [first] = texts;
  if (!first || texts.some(({ value }) => typeof value[UNKNOWN_OPTION] === "string")) return [];
  const what = `De tekst "${UNKNOWN_OPTION}" ontbreekt. Elke vraag krijgt die als laatste antwoord.`;
  const fix = `Voeg bovenaan toe: ${UNKNOWN_OPTION}: Weet ik niet`;
  return [mistakeAt(first, [], { rule: "missing-text", what, fix })];
}
