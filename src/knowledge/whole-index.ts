import MiniSearch from "minisearch";
import type { Word } from "./analyse.ts";
import { AS_PART, asPart, termsOf, weightsOf } from "./terms.ts";

/** How a whole article matches the words of a question. */
export interface WholeMatch {
  /** Id of the article. */
  id: string;
  /** BM25; comparable within one search only. */
  score: number;
  /** How firmly the article holds a term: from 0 (not) to 1 (in its title, example questions or words). */
  holds(term: string): number;
}

/** What an article says, by part. */
export type ReadArticle = Record<keyof typeof WEIGHTS, readonly Word[]>;

export interface WholeIndex {
  add(id: string, article: ReadArticle): void;
  /** The articles that share a word with the question, the best first. */
  find(words: readonly Word[]): WholeMatch[];
}

/** Weight of each part of an article. Everyone repeats much in texts, such as whom to call. */
const WEIGHTS = { title: 2, questions: 1.5, words: 2, text: 0.3 };
/** A term that stands in the text only is often there in passing. */
const IN_TEXT = 0.5;
/** What MiniSearch reads are terms with spaces between them: the reading of words is ours. */
const READ_TERMS = {
  tokenize: (terms: string) => terms.split(" "),
  processTerm: (term: string) => term,
};

export function createWholeIndex(): WholeIndex {
  const index = new MiniSearch({ fields: Object.keys(WEIGHTS), ...READ_TERMS });
  return {
    add(id, { title, questions, words, text }) {
      const parts = { title, questions, words, text };
      const terms = Object.entries(parts).map(([part, read]) => [part, termsOf(withoutFillers(read)).join(" ")]);
      index.add({ id, ...Object.fromEntries(terms) });
    },
    find(words) {
      const weights = weightsOf(withoutFillers(words));
      const boostTerm = (term: string): number => weights.get(term) ?? 0;
      const results = index.search([...weights.keys()].join(" "), { ...READ_TERMS, boost: WEIGHTS, boostTerm });
      return results.map(({ id, score, match }) => ({ id, score, holds: (term) => holds(match, term) }));
    },
  };
}

function withoutFillers(words: readonly Word[]): Word[] {
  return words.filter(({ kind }) => kind !== "filler");
}

type Places = Readonly<Record<string, readonly string[]>>;

function holds(places: Places, term: string): number {
  return Math.max(firmness(places[term]), AS_PART * firmness(places[asPart(term)]));
}

function firmness(parts: readonly string[] = []): number {
  if (parts.length === 0) return 0;
  return parts.some((part) => part !== "text") ? 1 : IN_TEXT;
}
