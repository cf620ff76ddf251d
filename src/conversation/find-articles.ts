import type { Content } from "../content/content.ts";
import type { Article } from "../content/schema/article.ts";
import type { Findings } from "../knowledge/findings.ts";
import { articleView } from "./article-view.ts";
import { type SentenceKey, sentence } from "./sentence.ts";
import { understandingOf } from "./understanding.ts";
import type { ArticleView } from "./view.ts";

/** Articles to share with a colleague, or why there are none. */
export type Found = { articles: ArticleView[] } | { message: string };

/** Searches the articles from the compose box. A query with personal data is not searched. */
export function findArticles(content: Content, query: string): Found {
  const { personalData, search } = understandingOf(content);
  if (personalData(query).length > 0) return message(content, "search.personal-data");
  const articles = articlesIn(search(query));
  if (articles.length === 0) return message(content, query.trim() ? "search.nothing" : "search.start");
  return { articles: articles.map((article) => articleView(content, article, true)) };
}

function message(content: Content, key: SentenceKey): Found {
  return { message: sentence(content, key) };
}

function articlesIn(findings: Findings): readonly Article[] {
  if (findings.kind === "one") return [findings.article];
  return findings.kind === "several" ? findings.articles : [];
}
