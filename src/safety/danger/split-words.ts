import { fold } from "../../language/normalise.ts";

/** One typed word. Words of one clause have the same number; a comma or bracket starts a new clause. */
export interface Word {
  text: string;
  clause: number;
}

const PART = /\p{Letter}+|\d+|[.!?]+(?=\s|$)|[,;:()\n…]| [-–—] /gu;
/** A full stop after a shorter word belongs to an abbreviation, as in "4 mnd." */
const SHORTEST_LAST_WORD = 4;
/** In words. Signs look at all pairs of words in a sentence: a long text without full stops must stay quick. */
const LONGEST_SENTENCE = 80;

/**
 * The sentences of a text, as words in lower case without accents and apostrophes.
 * @param shortForms what people write short, such as `dr` for `haar`; the long form may be more words
 */
export function splitWords(text: string, shortForms: ReadonlyMap<string, readonly string[]>): Word[][] {
  const sentences: Word[][] = [[]];
  let clause = 0;
  for (const [part] of plain(text).matchAll(PART)) {
    const sentence = sentences.at(-1) ?? [];
    if (/[\p{Letter}\d]/u.test(part)) {
      for (const word of shortForms.get(part) ?? [part]) sentence.push({ text: word, clause });
      if (sentence.length >= LONGEST_SENTENCE) sentences.push([]);
    } else {
      clause += 1;
      if (endsSentence(part, sentence.at(-1))) sentences.push([]);
    }
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

function plain(text: string): string {
  return fold(text).replaceAll("'", "");
}

function endsSentence(mark: string, last: Word | undefined): boolean {
  if (mark === ".") return last !== undefined && last.text.length >= SHORTEST_LAST_WORD;
  return /[.!?;\n…]/.test(mark);
}
