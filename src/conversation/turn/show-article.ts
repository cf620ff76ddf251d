import type { Article } from "../../content/schema/article.ts";
import { NO_VALUE } from "../../usage/count.ts";
import { articleView } from "../views/article-view.ts";
import type { ArticleView } from "../views/view.ts";
import type { Session } from "./session.ts";

/** The card of an article, counted. */
export function showArticle(session: Session, article: Article): ArticleView {
  session.count("article-shown", article.id);
  session.count("question-answered", NO_VALUE);
  if (article.link) session.count("link-offered", article.link);
  return articleView(session.content, article);
}
