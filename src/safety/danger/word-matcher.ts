import { isTypo } from "./typo.ts";

/** The patterns that a typed word fits. */
export type WordMatcher = (word: string) => readonly string[];

/** Shorter words have too many neighbours: "slaat" is one letter from "staat". */
const LENGTH_FOR_ONE_TYPO = 6;
const LENGTH_FOR_TWO_TYPOS = 10;
const SHORTEST_STEM = 4;
const OPEN_END = "*";
/** No pattern is longer; a word may be as long as a message. */
const LONGEST_STEM = 40;

/**
 * Matches words with patterns such as `mes` and `wurg*`. Longer words may be misspelt, except in their
 * first letter. A word that fits a pattern as it is, or that is ordinary, is not a misspelling.
 */
export function createWordMatcher(patterns: Iterable<string>, ordinary: Iterable<string>): WordMatcher {
  const known = new Set(patterns);
  const ordinaryWords = new Set(ordinary);
  const longByFirstLetter = Map.groupBy([...known].filter(mayBeMisspelt), firstLetter);
  return (word) => {
    const found = fitting(word, known);
    if (found.some(isTelling) || word.length < LENGTH_FOR_ONE_TYPO - 1) return found;
    if (fitting(word, ordinaryWords).length > 0) return found;
    const meant = longByFirstLetter.get(firstLetter(word)) ?? [];
    return [...found, ...meant.filter((pattern) => isMisspelt(word, pattern))];
  };
}

function fitting(word: string, patterns: ReadonlySet<string>): string[] {
  const found = patterns.has(word) ? [word] : [];
  for (let end = 1; end <= Math.min(word.length, LONGEST_STEM); end += 1) {
    const pattern = word.slice(0, end) + OPEN_END;
    if (patterns.has(pattern)) found.push(pattern);
  }
  return found;
}

/** Thousands of words fit `ge*`: that does not make them right. */
function isTelling(pattern: string): boolean {
  return !pattern.endsWith(OPEN_END) || stemOf(pattern).length >= SHORTEST_STEM;
}

function mayBeMisspelt(pattern: string): boolean {
  return stemOf(pattern).length >= LENGTH_FOR_ONE_TYPO;
}

function isMisspelt(word: string, pattern: string): boolean {
  const stem = stemOf(pattern);
  return isTypo(word, stem, stem.length >= LENGTH_FOR_TWO_TYPOS ? 2 : 1, pattern.endsWith(OPEN_END));
}

function stemOf(pattern: string): string {
  return pattern.endsWith(OPEN_END) ? pattern.slice(0, -1) : pattern;
}

function firstLetter(text: string): string {
  return text[0] ?? "";
}
