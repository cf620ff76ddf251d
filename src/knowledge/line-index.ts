import type { Word } from "./analyse.ts";
import { termsOf, weightsOf } from "./terms.ts";

/** How the title or example question that fits best matches the words of a question. */
export interface LineMatch {
  /** BM25; comparable within one search only. */
  score: number;
  /** Share of words that both have (Sørensen-Dice): from 0 to 1, and 1 when all words are the same. */
  alike: number;
}

export interface LineIndex {
  add(article: string, line: readonly Word[]): void;
  /** Gives for each article how its best line matches. */
  find(words: readonly Word[]): (article: string) => LineMatch;
}

interface Line {
  terms: ReadonlySet<string>;
  /** Number of words. */
  size: number;
}

/** The usual parameters of BM25+, those of MiniSearch too. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };

/**
 * The single lines of each article. A line holds a term at most once, and there are many short lines:
 * comparing those of a few articles directly is faster than a full-text index of all of them.
 */
export function createLineIndex(): LineIndex {
  const lines = new Map<string, Line[]>();
  const counts = new Map<string, number>();
  let total = 0;
  let length = 0;

  const idf = (term: string): number => {
    const count = counts.get(term) ?? 0;
    return Math.log(1 + (total - count + 0.5) / (count + 0.5));
  };
  const saturation = ({ terms }: Line): number =>
    BM25.d + (BM25.k + 1) / (1 + BM25.k * (1 - BM25.b + (BM25.b * terms.size * total) / length));

  return {
    add(article, words) {
      const terms = new Set(termsOf(words));
      lines.set(article, [...(lines.get(article) ?? []), { terms, size: sizeOf(words) }]);
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      total += 1;
      length += terms.size;
    },
    find(words) {
      const own = new Set(words.map(({ term }) => term));
      const asked = [...weightsOf(words)].map(([term, weight]) => ({
        term,
        points: weight * idf(term),
        isOwn: own.has(term),
      }));
      const compare = (line: Line): LineMatch => {
        const held = asked.filter(({ term }) => line.terms.has(term));
        const points = held.reduce((sum, each) => sum + each.points, 0);
        const shared = held.filter(({ isOwn }) => isOwn).length;
        return { score: points * saturation(line) * held.length, alike: (2 * shared) / (own.size + line.size) };
      };
      return (article) => {
        const matches = (lines.get(article) ?? []).map(compare);
        return {
          score: Math.max(0, ...matches.map(({ score }) => score)),
          alike: Math.max(0, ...matches.map(({ alike }) => alike)),
        };
      };
    },
  };
}

function sizeOf(words: readonly Word[]): number {
  return new Set(words.map(({ term }) => term)).size;
}
