import type { Content } from "../../content/content.ts";
import type { Article } from "../../content/schema/article.ts";
import { textAt } from "../../content/text-at.ts";
import { askUrl } from "./ask-url.ts";
import { linkView } from "./link-view.ts";
import { sourceText } from "./option-text.ts";
import type { ArticleChoiceView, ArticleView, NoAnswerView } from "./view.ts";

/** @param turn id of the turn that shows it; absent for a chat with a colleague, where the bot may not be */
export function articleView(content: Content, article: Article, turn?: string): ArticleView {
  const shared = turn === undefined;
  return {
    card: "article",
    turn: turn ?? "",
    id: article.id,
    title: article.title,
    text: article.text,
    sources: article.sources.map((source) => sourceText(content, source)),
    concept: article.status === "concept",
    links: article.link ? linkView(content, article.link) : [],
    related: article.related.flatMap((id) => content.articles.get(id) ?? []).map(({ id, title }) => ({ id, title })),
    start: startOf(content, article),
    shared,
    thanked: false,
    ask: shared ? "" : askUrl(content, article.topic),
  };
}

/** Close answers to a question. */
export function choiceView(articles: readonly Article[]): ArticleChoiceView {
  return { card: "article-choice", topic: "", articles: articles.map(({ id, title }) => ({ id, title })), ask: "" };
}

export function topicView(content: Content, topic: string): ArticleChoiceView {
  const articles = [...content.articles.values()].filter((article) => article.topic === topic);
  return { ...choiceView(articles), topic: topicTitle(content, topic), ask: askUrl(content, topic) };
}

/** @param turn id of the turn that shows it */
export function noAnswerView(content: Content, turn: string): NoAnswerView {
  return { card: "no-answer", turn, topics: topics(content), thanked: false, ask: askUrl(content) };
}

function startOf(content: Content, { walk, phase }: Article): ArticleView["start"] {
  const flow = content.flows.get(walk ?? "");
  if (!flow) return { flow: "", phase: "", title: "" };
  const title = flow.phases.find(({ id }) => id === phase)?.title ?? flow.title;
  return { flow: flow.id, phase: phase ?? "", title };
}

/** The topics that have articles, in the order of the texts. */
function topics(content: Content): { id: string; title: string }[] {
  const used = new Set<string>([...content.articles.values()].map(({ topic }) => topic));
  const titles = content.texts.topics;
  const ids = typeof titles === "object" ? Object.keys(titles) : [];
  return ids.filter((id) => used.has(id)).map((id) => ({ id, title: topicTitle(content, id) }));
}

/** @throws AppError TEXT_MISSING when the topic has no title */
function topicTitle(content: Content, topic: string): string {
  return textAt(content, `topics.${topic}`);
}
