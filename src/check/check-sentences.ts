import { mistakeAt } from "../content/draft.ts";
import { findText } from "../content/find-text.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Mistake } from "../content/mistake.ts";
import { SENTENCES } from "../conversation/sentence.ts";

/** Every sentence that the conversation says stands in `dialogs/texts.yaml`. */
export function checkSentences({ draft }: LoadedContent): Mistake[] {
  return draft.texts.flatMap((texts) =>
    SENTENCES.filter((key) => typeof findText(texts.value, key.split(".")) !== "string").map((key) =>
      mistakeAt(texts, key.split("."), {
        rule: "missing-text",
        what: `De tekst "${key}" ontbreekt.`,
        fix: "Voeg hem toe: elk deel voor een punt is een groep, met inspringen eronder.",
      }),
    ),
  );
}
