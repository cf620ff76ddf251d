import { fold } from "./normalise.ts";

/** The words and numbers of a text, folded. A plus is a word, so that "MDA++" and "mda plus plus" are the same. */
export function toWords(text: string): string[] {
  return (
    fold(text)
      .replaceAll("+", " plus ")
      .replaceAll("'", "")
      .match(/\p{Letter}+|\p{Number}+/gu) ?? []
  );
}
