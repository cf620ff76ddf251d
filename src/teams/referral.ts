import type { Content } from "../content/content.ts";
import type { Event } from "../conversation/event.ts";
import { sentence } from "../conversation/sentence.ts";
import type { Reply } from "../conversation/turn.ts";

/** All that the bot says where others read along: one line that refers to the personal chat; a click gets a card. */
export function referral(content: Content, event: Event): Reply {
  const text = sentence(content, "group.personal-chat");
  if (event.type === "message" || event.type === "installed") return { text };
  return { view: { card: "message", title: sentence(content, "group.title"), text }, replace: true };
}
