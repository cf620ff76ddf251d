import { mistakeAt } from "../../content/draft.ts";
import type { LoadedContent } from "../../content/load-content.ts";
import type { Mistake } from "../../content/mistake.ts";
import type { DangerSign } from "../../content/schema/danger.ts";
import { createDangerCheck } from "../../safety/danger-check.ts";

/** Every sign sees its own examples, and none of its counter-examples. */
export function checkDangerWording({ draft }: LoadedContent): Mistake[] {
  return draft.danger.flatMap((file) => {
    const check = createDangerCheck(file.value);
    const isSeen = (sign: DangerSign, text: string) => check(text).signs.includes(sign.id);
    return file.value.signs.flatMap((sign, index) => [
      ...wrong(sign.examples, (text) => !isSeen(sign, text)).map(({ text, at }) =>
        mistakeAt(file, ["signs", index, "examples", at], {
          rule: "danger-not-seen",
          what: `Het teken "${sign.id}" ziet zijn eigen voorbeeld niet: "${text}".`,
          fix: "Voeg de woorden toe aan een groep van dit teken, of haal het voorbeeld weg.",
        }),
      ),
      ...wrong(sign["counter-examples"], (text) => isSeen(sign, text)).map(({ text, at }) =>
        mistakeAt(file, ["signs", index, "counter-examples", at], {
          rule: "danger-seen-wrongly",
          what: `Het teken "${sign.id}" ziet gevaar in een tegenvoorbeeld: "${text}".`,
          fix: "Maak de woorden van dit teken preciezer, of zet de uitdrukking bij figures-of-speech.",
        }),
      ),
    ]);
  });
}

function wrong(texts: readonly string[], isWrong: (text: string) => boolean): { text: string; at: number }[] {
  return texts.map((text, at) => ({ text, at })).filter(({ text }) => isWrong(text));
}
