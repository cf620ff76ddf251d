/** Shorter words arise by chance: "in" and "gaan" are not "ingaan". */
const SHORTEST_JOINED = 7;

/**
 * The words with split compounds made whole: "meld code" becomes "meldcode".
 * @param isUsed whether the articles use a word, as it is spelled
 */
export function joinSplitWords(tokens: readonly string[], isUsed: (token: string) => boolean): string[] {
  const joined: string[] = [];
  for (const token of tokens) {
    const whole = `${joined.at(-1) ?? ""}${token}`;
    if (joined.length > 0 && whole.length >= SHORTEST_JOINED && isUsed(whole)) joined.splice(-1, 1, whole);
    else joined.push(token);
  }
  return joined;
}
