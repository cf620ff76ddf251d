import { mistakeAt } from "../content/draft.ts";
import { findText } from "../content/find-text.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Mistake } from "../content/mistake.ts";
import { SENTENCES } from "../conversation/views/sentence.ts";

/** Every sentence that the conversation says stands in `dialogs/texts/`. A group that is gone as a whole is one mistake. */
export function checkSentences({ draft, partial }: LoadedContent): Mistake[] {
  if (draft.refused.has("texts") || draft.texts.length === 0) return [];
  const missing = SENTENCES.filter((key) => typeof findText(partial.texts, key.split(".")) !== "string");
  const groups = new Set(missing.map((key) => key.split(".")[0] ?? key).filter((group) => !(group in partial.texts)));
  return [
    ...[...groups].map(missingGroup),
    ...missing.flatMap((key) => {
      const path = key.split(".");
      const file = draft.texts.find(({ value }) => Object.hasOwn(value, path[0] ?? ""));
      if (!file) return [];
      const fix = "Voeg hem toe: elk deel voor een punt is een groep, met inspringen eronder.";
      return [mistakeAt(file, path, { rule: "missing-text", what: `De tekst "${key}" ontbreekt.`, fix })];
    }),
  ];
}

/** All texts of a group are gone: its file is, or its name changed. */
export function missingGroup(group: string): Mistake {
  return {
    file: "dialogs/texts/*.yaml",
    line: 1,
    column: 1,
    rule: "missing-text",
    what: `In geen enkel bestand staat "${group}:" met de teksten die erbij horen.`,
    fix: "Zet ze terug. Is er een bestand weg, zet dan dat bestand terug.",
  };
}
