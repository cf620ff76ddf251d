/** From so many words on somebody who reads between two visits loses the beginning: our own choice, a help and no rule. */
const MANY_WORDS = 20;

/** The sentences of a text that may be too long to read at once, with how many words they have. */
export function longSentences(text: string): { sentence: string; words: number }[] {
  return text
    .split(/(?<=[.!?:])\s+|\n+/)
    .map((sentence) => ({ sentence: sentence.trim(), words: sentence.trim().split(/\s+/).length }))
    .filter(({ words }) => words > MANY_WORDS);
}
