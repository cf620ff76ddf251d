import { fold } from "../language/normalise.ts";

/**
 * The words of a text: lower case, without accents and punctuation. A plus is a word too, so that
 * "MDA++" and "mda plus plus" are the same three words.
 */
export function toTokens(text: string): string[] {
  return fold(text)
    .replaceAll("+", " plus ")
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((token) => token !== "");
}
