import type { Article } from "../../content/schema/article.ts";
import { NO_VALUE } from "../../usage/count.ts";
import { articleView, noAnswerView } from "../views/article-view.ts";
import type { ArticleView, View } from "../views/view.ts";
import type { Action } from "./event.ts";
import type { Session } from "./session.ts";

type Helped = Extract<Action, { verb: "helped" }>;

/** The card of an article, counted. */
export function showArticle(session: Session, article: Article): ArticleView {
  session.count("article-shown", article.id);
  session.count("question-answered", NO_VALUE);
  if (article.link) session.count("link-offered", article.link);
  return articleView(session.content, article, session.newId);
}

/** The article that a button names, which an older card may do after it is gone. */
export function readArticle(session: Session, id: string): View {
  const article = session.content.articles.get(id);
  return article ? showArticle(session, article) : noAnswerView(session.content, session.newId);
}

/** Counts whether an article helped, and thanks; the article stays. */
export function tellHelped(session: Session, { article: id, helped, turn }: Helped): View {
  const article = session.content.articles.get(id);
  if (!article) return noAnswerView(session.content, session.newId);
  if (session.isFirstOf(turn)) {
    session.count("article-helped", `${id}/${helped}`);
    session.count("answer-helped", helped);
  }
  return { ...articleView(session.content, article, session.newId), thanked: true };
}
