import { CardFactory, type InvokeResponse } from "botbuilder";
import { z } from "zod";
import { findArticles } from "../conversation/turn/find-articles.ts";
import type { Assistant } from "./assistant.ts";
import { searchResponse } from "./invoke-response.ts";

/** The value of a `composeExtension/query` invoke; without a parameter Teams asks for the first screen. */
const querySchema = z.object({ parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).catch([]) });

/** "Zoek in de kennisbank" in the compose box: answers to put in a chat with a colleague. */
export function composeSearch({ content, render }: Assistant, value: unknown): InvokeResponse {
  const { danger, articles, message } = findArticles(content, queryOf(value));
  if (articles.length === 0) {
    return searchResponse({ type: "message", text: [danger?.text, message].filter(Boolean).join(" ") });
  }
  const attachments = articles.map((article) => ({
    ...CardFactory.adaptiveCard(render(article)),
    preview: CardFactory.thumbnailCard(article.title, article.text),
  }));
  const first = danger ? [noticeOf(danger)] : [];
  return searchResponse({ type: "result", attachmentLayout: "list", attachments: [...first, ...attachments] });
}

/** The same in the list and in the chat, where the bot may not be: without buttons. */
function noticeOf({ title, text }: { title: string; text: string }) {
  const card = CardFactory.thumbnailCard(title, text);
  return { ...card, preview: card };
}

function queryOf(value: unknown): string {
  const query = querySchema.safeParse(value);
  const typed = query.success ? query.data.parameters.find(({ name }) => name === "zoek")?.value : undefined;
  return typeof typed === "string" ? typed : "";
}
