import MiniSearch from "minisearch";
import type { Word } from "./analyse.ts";
import { READ_TERMS, toIndex, toSearch } from "./terms.ts";

/** How the title or example question that fits best matches the words of a question. */
export interface LineMatch {
  /** BM25; comparable within one search only. */
  score: number;
  /** Share of words that both have (Sørensen-Dice): from 0 to 1, and 1 when all words are the same. */
  alike: number;
}

export interface LineIndex {
  add(id: string, line: readonly Word[]): void;
  find(words: readonly Word[]): Map<string, LineMatch>;
}

/** An index of single lines, each of one article. */
export function createLineIndex(): LineIndex {
  const index = new MiniSearch({ idField: "key", fields: ["line"], storeFields: ["article", "size"], ...READ_TERMS });
  return {
    add: (id, line) =>
      index.add({ key: index.documentCount, article: id, line: toIndex(line), size: termsOf(line).size }),
    find(words) {
      const own = termsOf(words);
      const { terms, options } = toSearch(words);
      const found = new Map<string, LineMatch>();
      for (const { article, size, score, queryTerms } of index.search(terms, options)) {
        const shared = queryTerms.filter((term) => own.has(term)).length;
        const alike = (2 * shared) / (own.size + size);
        const best = found.get(article);
        found.set(article, { score: Math.max(score, best?.score ?? 0), alike: Math.max(alike, best?.alike ?? 0) });
      }
      return found;
    },
  };
}

function termsOf(words: readonly Word[]): Set<string> {
  return new Set(words.map(({ term }) => term));
}
