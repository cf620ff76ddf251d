/**
 * The words of a text: lower case, without accents and punctuation. A plus is a word too, so that
 * "MDA++" and "mda plus plus" are the same three words.
 */
export function toTokens(text: string): string[] {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mark}/gu, "")
    .replaceAll("+", " plus ")
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((token) => token !== "");
}
