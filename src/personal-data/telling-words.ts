import { toSentences } from "../language/sentences.ts";
import type { PersonalDataKind } from "./personal-data-check.ts";

/** Stands in the place of a word that is left out: it announces nothing, and is part of nothing. */
const NOTHING = "en";

/**
 * The words by which `kind` is seen in a text, for who corrects the lists: the first of them that are enough by themselves. Empty when
 * it is only seen in the text as a whole. Takes time in proportion to the square of the longest sentence, so not for every message.
 */
export function tellingWords(text: string, kind: PersonalDataKind, see: (text: string) => PersonalDataKind[]): string {
  const sees = (words: readonly string[]) => see(words.join(" ")).includes(kind);
  const sentence = toSentences(text).find((sentence) => see(sentence).includes(kind));
  const words = sentence?.trim().split(/\s+/) ?? [];
  const left = [...words];
  for (const at of words.keys()) {
    const without = left.with(at, NOTHING);
    if (sees(without)) left[at] = NOTHING;
  }
  return words.filter((word, at) => left[at] === word && word !== NOTHING).join(" ");
}
