import type { Content } from "../../content/content.ts";
import { textAt } from "../../content/text-at.ts";

/** The topics that have articles, in the order of the texts. */
export function topics(content: Content): { id: string; title: string }[] {
  const used = new Set<string>([...content.articles.values()].map(({ topic }) => topic));
  const titles = content.texts.topics;
  const ids = typeof titles === "object" ? Object.keys(titles) : [];
  return ids.filter((id) => used.has(id)).map((id) => ({ id, title: topicTitle(content, id) }));
}

/** @throws AppError TEXT_MISSING when the topic has no title */
export function topicTitle(content: Content, topic: string): string {
  return textAt(content, `topics.${topic}`);
}
