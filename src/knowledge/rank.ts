import type { Article } from "../content/schema/article.ts";
import type { Word } from "./analyse.ts";
import type { ArticleIndex } from "./article-index.ts";
import { evidence, toConfidence } from "./evidence.ts";

/** An article that may answer a question. */
export interface Candidate {
  article: Article;
  /** The chance that it does, from 0 to 1; see `evidence.ts`. */
  confidence: number;
  /** In points of evidence; comparable within one search only. */
  rank: number;
}

/**
 * What a perfect match with the whole article, with one of its lines, and of the same words are worth next
 * to each other, in points of evidence. Measured on the evaluation set by a regression on the right choice.
 */
const FIT = { whole: 4, line: 6, alike: 5 };

/** All articles that share a word with the question, the best first. */
export function rankArticles(words: readonly Word[], index: ArticleIndex): Candidate[] {
  const candidates = index.find(words).map((match) => {
    const points = evidence(words, match, index.rarity);
    const rank = points + FIT.whole * match.whole + FIT.line * match.line + FIT.alike * match.alike;
    return { article: match.article, confidence: toConfidence(points), rank };
  });
  return candidates.sort((a, b) => b.rank - a.rank || (a.article.id < b.article.id ? -1 : 1));
}
