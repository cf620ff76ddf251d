import { mistakeAt, type Placed } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Mistake } from "../../content/mistake.ts";
import type { Synonyms } from "../../content/schema/synonyms.ts";
import { toTokens } from "../../knowledge/tokens.ts";

/** A word stands for one thing only: it is in one line of synonyms at most. */
export function checkSynonyms({ draft }: LoadedContent): Mistake[] {
  return draft.synonyms.flatMap(checkLines);
}

function checkLines(file: Placed<Synonyms>): Mistake[] {
  const lines = new Map<string, number>();
  return file.value.same.flatMap((words, line) =>
    words.flatMap((word, index) => {
      const typed = toTokens(word).join(" ");
      const first = lines.get(typed) ?? line;
      lines.set(typed, first);
      if (first === line) return [];
      return mistakeAt(file, ["same", line, index], {
        rule: "duplicate-synonym",
        what: `Het woord "${word}" staat ook in de regel die begint met "${file.value.same[first]?.[0]}".`,
        fix: "Haal het op één van de twee plekken weg, of maak er één regel van.",
      });
    }),
  );
}
