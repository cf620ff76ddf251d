import SearchableMap from "minisearch/SearchableMap";
import type { Article } from "../content/schema/article.ts";
import type { Lexicon } from "./lexicon.ts";
import { stem } from "./stem.ts";
import { toTokens } from "./tokens.ts";

/** The words that the articles use. */
export interface Vocabulary {
  /** Whether the articles use this word, as it is spelled. */
  isUsed(token: string): boolean;
  /** Whether the articles, or staff, use this word, as it is spelled. */
  has(token: string): boolean;
  /** Whether the articles, or staff, use a word with this stem. */
  hasStem(stem: string): boolean;
  /** A number that no article has, such as an age or a date. */
  isUnknownNumber(token: string): boolean;
  /** The parts of a compound that the articles do not have as a whole, or none: "veiligheidsteamleden". */
  partsOf(token: string): readonly string[];
  /** The word that was meant, when `token` is spelled like no word we know and almost like one that we do. */
  correct(token: string): string | undefined;
}

/** Shorter parts of compounds are found by chance ("over-last"). */
const SHORTEST_PART = 4;
/** Letters that Dutch puts between the parts of a compound. */
const LINKS = ["", "s", "en", "e", "n"];
/** Shorter words look like too many other words. */
const SHORTEST_CORRECTED = 6;
/** In shorter words another letter makes another word ("vergoed" and "vermoed"). */
const SHORTEST_CHANGED = 8;

export function createVocabulary(articles: readonly Article[], lexicon: Lexicon): Vocabulary {
  const counts = countTokens(articles);
  const spelled = new SearchableMap<number>();
  const partForms = new Set<string>();
  for (const [token, count] of counts) {
    spelled.set(token, count);
    if (isPart(token, lexicon)) partForms.add(token).add(stem(token));
  }
  for (const token of lexicon.spelled) if (!spelled.has(token)) spelled.set(token, 0);

  const stems = new Set([...counts.keys(), ...lexicon.spelled].map(stem));

  const isKnownPart = (token: string): boolean =>
    token.length >= SHORTEST_PART && !lexicon.isIgnored(token) && (partForms.has(token) || partForms.has(stem(token)));
  const isSpelledRight = (token: string): boolean => spelled.has(token) || partForms.has(stem(token));
  return {
    isUsed: (token) => counts.has(token),
    has: (token) => spelled.has(token),
    hasStem: (given) => stems.has(given),
    isUnknownNumber: (token) => /^\d+$/.test(token) && !spelled.has(token),
    partsOf: (token) => splitCompound(token, isKnownPart),
    correct: (token) => {
      if (token.length < SHORTEST_CORRECTED || /\d/.test(token) || isSpelledRight(token)) return undefined;
      const slips = splitCompound(token, isKnownPart).length > 0 ? 1 : mostSlips(token);
      return swapLetters(token, spelled) ?? nearestWord(token, spelled, slips);
    },
  };
}

function isPart(token: string, lexicon: Lexicon): boolean {
  return token.length >= SHORTEST_PART && !/\d/.test(token) && !lexicon.isIgnored(token);
}

/** The fewest parts, the shortest last part first: "veiligheids-team-leden". */
function splitCompound(token: string, isKnownPart: (part: string) => boolean): string[] {
  for (let at = token.length - SHORTEST_PART; at >= SHORTEST_PART; at -= 1) {
    const last = token.slice(at);
    if (!isKnownPart(last)) continue;
    for (const link of LINKS) {
      const first = token.slice(0, at - link.length);
      if (!token.slice(0, at).endsWith(link) || first.length < SHORTEST_PART) continue;
      if (isKnownPart(first)) return [first, last];
      const parts = splitCompound(first, isKnownPart);
      if (parts.length > 0) return [...parts, last];
    }
  }
  return [];
}

/** Two letters that changed places, the most common slip of a keyboard: "veiligheidspaln". */
function swapLetters(token: string, words: SearchableMap<number>): string | undefined {
  for (let at = 0; at < token.length - 1; at += 1) {
    const swapped = token.slice(0, at) + token[at + 1] + token[at] + token.slice(at + 2);
    if (swapped !== token && words.has(swapped)) return swapped;
  }
  return undefined;
}

function nearestWord(token: string, words: SearchableMap<number>, slips: number): string | undefined {
  let best: { word: string; distance: number; count: number } | undefined;
  for (const [word, [count, distance]] of words.fuzzyGet(token, slips)) {
    if (word[0] !== token[0] || (token.length < SHORTEST_CHANGED && word.length === token.length)) continue;
    if (!best || distance < best.distance || (distance === best.distance && count > best.count)) {
      best = { word, distance, count };
    }
  }
  return best?.word;
}

/** How many letters may be wrong, missing or too many. */
function mostSlips({ length }: string): number {
  if (length < 10) return 1;
  return length < 14 ? 2 : 3;
}

/** How often each word stands in the articles, as it is spelled. */
function countTokens(articles: readonly Article[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, questions, words, text } of articles) {
    for (const token of [title, ...questions, ...words, text].flatMap(toTokens)) {
      counts.set(token, (counts.get(token) ?? 0) + 1);
    }
  }
  return counts;
}
