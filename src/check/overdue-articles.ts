import type { Content } from "../content/content.ts";
import { mistakeAt } from "../content/draft.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Mistake } from "../content/mistake.ts";
import type { Article } from "../content/schema/article.ts";

/**
 * The articles that staff should read again, the longest overdue first. Users keep seeing them: an old answer is
 * better than none.
 * @param today as yyyy-mm-dd; on its review-by date itself an article is still good
 */
export function overdueArticles({ articles }: Content, today: string): Article[] {
  return [...articles.values()]
    .filter((article) => isOverdue(article, today))
    .sort((a, b) => (a["review-by"] < b["review-by"] ? -1 : 1));
}

/** One line for each article, for staff. It is not a mistake: the content may be used. */
export function noticesOf(articles: readonly Article[]): string[] {
  return articles.map(
    ({ id, owner, ...article }) =>
      `Let op: dialogs/knowledge/${id}.md moest voor ${article["review-by"]} zijn nagelezen door ${owner}. Lees het na en geef "review-by" een nieuwe datum.`,
  );
}

/** The same for the pages: a warning at the date. */
export function noticeOverdue({ draft }: LoadedContent): Mistake[] {
  const today = isoDay(new Date());
  return draft.articles
    .filter(({ value }) => isOverdue(value, today))
    .map((article) => {
      const what = `Dit artikel moest voor ${article.value["review-by"]} zijn nagelezen door ${article.value.owner}.`;
      const fix = 'Lees het na, en kies een nieuwe dag ("review-by").';
      return mistakeAt(article, ["review-by"], { rule: "overdue", what, fix });
    });
}

function isOverdue(article: Article, today: string): boolean {
  return article["review-by"] < today;
}

/** The day of a moment as yyyy-mm-dd, in UTC. */
export function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
