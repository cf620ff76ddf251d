import type { Article } from "../content/schema/article.ts";
import type { Analyse, Word } from "./analyse.ts";
import { createLineIndex } from "./line-index.ts";
import { countTerms, type Rarity } from "./rarity.ts";
import { createWholeIndex, type ReadArticle } from "./whole-index.ts";

/** How an article matches the words of a question. Every number is from 0 to 1. */
export interface Match {
  article: Article;
  /** BM25 over the whole article, as a share of the best one found. */
  whole: number;
  /** BM25 of its title or example question that fits best, as a share of the best one found. */
  line: number;
  /** Share of words that the question and such a line both have. */
  alike: number;
  /** How firmly the article holds a term. */
  holds(term: string): number;
}

export interface ArticleIndex {
  /** The articles that may answer the question, in no order. */
  find(words: readonly Word[]): Match[];
  rarity: Rarity;
}

/** Of the articles that share a word with the question, only so many, the best as a whole, are compared line by line. */
const MOST_COMPARED = 40;

/** Reads all articles once. Finding takes time in proportion to the articles that share a word with the question. */
export function createArticleIndex(articles: readonly Article[], analyse: Analyse): ArticleIndex {
  const wholes = createWholeIndex();
  const lines = createLineIndex();
  const read: Word[][] = [];
  for (const { id, title, questions, words, text } of articles) {
    const asked = [title, ...questions].map(analyse);
    const whole: ReadArticle = {
      title: asked[0] ?? [],
      questions: asked.slice(1).flat(),
      words: words.flatMap(analyse),
      text: analyse(text),
    };
    wholes.add(id, whole);
    for (const line of [...asked, ...words.map(analyse)]) lines.add(id, line);
    read.push(Object.values(whole).flat());
  }
  const byId = new Map(articles.map((article) => [article.id, article]));
  const find = (words: readonly Word[]): Match[] => {
    const lineOf = lines.find(words);
    const found = wholes.find(words).slice(0, MOST_COMPARED);
    const matches = found.flatMap(({ id, score, holds }) => {
      const article = byId.get(id);
      return article ? [{ article, holds, whole: score, ...lineOf(id) }] : [];
    });
    const [whole, line] = [best(matches.map((match) => match.whole)), best(matches.map(({ score }) => score))];
    return matches.map((match) => ({ ...match, whole: match.whole / whole, line: match.score / line }));
  };
  return { find, rarity: countTerms(read) };
}

function best(scores: readonly number[]): number {
  return Math.max(Number.MIN_VALUE, ...scores);
}
