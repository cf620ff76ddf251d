import type { Article } from "../content/schema/article.ts";
import type { Analyse, Word } from "./analyse.ts";
import { createLineIndex, type LineMatch } from "./line-index.ts";
import { countTerms, type Rarity } from "./rarity.ts";
import { createWholeIndex, type ReadArticle, type WholeMatch } from "./whole-index.ts";

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
  /** All articles that share a word with the question. */
  find(words: readonly Word[]): Match[];
  rarity: Rarity;
}

/**
 * Reads all articles once. Finding takes time in proportion to the articles that share a word with
 * the question.
 */
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
  return {
    find: (words) => join(byId, wholes.find(words), lines.find(words)),
    rarity: countTerms(read),
  };
}

function join(
  articles: ReadonlyMap<string, Article>,
  wholes: ReadonlyMap<string, WholeMatch>,
  lines: ReadonlyMap<string, LineMatch>,
): Match[] {
  const bestWhole = best(wholes);
  const bestLine = best(lines);
  return [...new Set([...wholes.keys(), ...lines.keys()])].flatMap((id) => {
    const article = articles.get(id);
    const { score = 0, holds = () => 0 } = wholes.get(id) ?? {};
    const line = lines.get(id) ?? { score: 0, alike: 0 };
    return article
      ? [{ article, whole: score / bestWhole, line: line.score / bestLine, alike: line.alike, holds }]
      : [];
  });
}

function best(matches: ReadonlyMap<string, { score: number }>): number {
  return Math.max(Number.MIN_VALUE, ...[...matches.values()].map(({ score }) => score));
}
