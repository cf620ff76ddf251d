import type { Content } from "../../content/content.ts";
import type { Article } from "../../content/schema/article.ts";
import type { Findings } from "../../knowledge/findings.ts";
import { articleView } from "../views/article-view.ts";
import { type SentenceKey, sentence } from "../views/sentence.ts";
import type { ArticleView } from "../views/view.ts";
import { understandingOf } from "./understanding.ts";

export interface FoundArticles {
  /** What to do first, when the query points to danger; names 112. */
  danger?: { title: string; text: string };
  /** Articles to share with a colleague. */
  articles: ArticleView[];
  /** Why there are none; empty when there are. */
  message: string;
}

/**
 * Searches the articles from the compose box, in the order of the chat: danger first, then another language or personal
 * data, which are not searched.
 */
export function findArticles(content: Content, query: string): FoundArticles {
  const { level } = understandingOf(content).danger(query);
  if (level === "geen") return findKnowledge(content, query);
  const [title, text] = [sentence(content, "search.danger.title"), sentence(content, `search.danger.${level}`)];
  return { danger: { title, text }, ...findKnowledge(content, query) };
}

function findKnowledge(content: Content, query: string): FoundArticles {
  const { isForeign, personalData, search } = understandingOf(content);
  if (isForeign(query)) return nothing(content, "search.foreign");
  if (personalData(query).length > 0) return nothing(content, "search.personal-data");
  const articles = articlesIn(search(query));
  if (articles.length === 0) return nothing(content, query.trim() ? "search.nothing" : "search.start");
  return { articles: articles.map((article) => articleView(content, article)), message: "" };
}

function nothing(content: Content, key: SentenceKey): FoundArticles {
  return { articles: [], message: sentence(content, key) };
}

function articlesIn(findings: Findings): readonly Article[] {
  if (findings.kind === "one") return [findings.article];
  return findings.kind === "several" ? findings.articles : [];
}
