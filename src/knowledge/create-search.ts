import type { Article } from "../content/schema/article.ts";
import type { Synonyms } from "../content/schema/synonyms.ts";
import { createAnalyse, type Word } from "./analyse.ts";
import { createArticleIndex } from "./article-index.ts";
import type { Findings } from "./findings.ts";
import { createLexicon } from "./lexicon.ts";
import { type Candidate, rankArticles } from "./rank.ts";
import { createVocabulary } from "./vocabulary.ts";

/** Finds the article for a question as people type it. Pure, and it keeps nothing of the question. */
export type Search = (question: string) => Findings;

/** An article below this chance of being an answer is never shown. Measured; see `docs/knowledge-search.md`. */
const THRESHOLD = 0.5;
/** From this lead over the next, in points of evidence, the best is shown alone: then it is right in 99 of 100. */
const CLEAR_LEAD = 5;
/** Further behind the best than this, an article is not offered as a choice. */
const CHOICE_RANGE = 8;
const MOST_CHOICES = 3;
/** Of a long message only the beginning is used, so that a search never takes long. In characters. */
const MOST_READ = 300;

/** Reads all articles once; make a new search when the content changes. */
export function createSearch(articles: readonly Article[], synonyms: Synonyms): Search {
  const rank = createRanking(articles, synonyms);
  return (question) => decide(rank(question).filter(({ confidence }) => confidence >= THRESHOLD));
}

/** All articles that share a word with the question, the best first. */
function createRanking(articles: readonly Article[], synonyms: Synonyms): (question: string) => Candidate[] {
  const lexicon = createLexicon(synonyms);
  const analyse = createAnalyse(lexicon, createVocabulary(articles, lexicon));
  const index = createArticleIndex(articles, analyse);
  return (question) => rankArticles(distinct(analyse(question.slice(0, MOST_READ))), index);
}

function decide([best, ...others]: readonly Candidate[]): Findings {
  if (!best) return { kind: "none" };
  const lead = best.rank - (others[0]?.rank ?? Number.NEGATIVE_INFINITY);
  if (lead >= CLEAR_LEAD) return { kind: "one", article: best.article };
  const choices = [best, ...others].filter(({ rank }) => rank > best.rank - CHOICE_RANGE).slice(0, MOST_CHOICES);
  return { kind: "several", articles: choices.map(({ article }) => article) };
}

function distinct(words: readonly Word[]): Word[] {
  return [...new Map(words.map((word) => [word.term, word])).values()];
}
