import { toSentences } from "../language/sentences.ts";
import type { PersonalDataKind } from "./personal-data-check.ts";

/** Stands in the place of a word that is left out: it announces nothing, and is part of nothing. */
const NOTHING = "en";

type See = (text: string) => PersonalDataKind[];

/** The kinds seen in a text, each with the words that tell it: `naam (door “fatima”)`. For who corrects the lists. */
export function kindsWithWords(text: string, see: See): string[] {
  return see(text).map((kind) => {
    const words = tellingWords(text, kind, see);
    return words === "" ? kind : `${kind} (door “${words}”)`;
  });
}

/**
 * Words of a text that are enough by themselves to see `kind`. Empty when only the text as a whole tells it.
 * Takes time in proportion to the square of the longest sentence, so it is not for every message.
 */
export function tellingWords(text: string, kind: PersonalDataKind, see: See): string {
  const sees = (words: readonly string[]) => see(words.join(" ")).includes(kind);
  const sentence = toSentences(text).find((sentence) => see(sentence).includes(kind));
  const words = sentence?.trim().split(/\s+/) ?? [];
  const left = [...words];
  for (const at of words.keys()) {
    const without = left.with(at, NOTHING);
    if (sees(without)) left[at] = NOTHING;
  }
  const telling = words.filter((word, at) => left[at] === word && word !== NOTHING).join(" ");
  return telling.replace(/[.,;:!?]+$/, "");
}
