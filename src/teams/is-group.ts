import type { Activity } from "botbuilder";

/**
 * Whether others read along: everything that is not a personal chat.
 * Clients outside Teams may leave `conversationType` away; `isGroup` then tells.
 */
export function isGroup({ conversation }: Activity): boolean {
  if (conversation.conversationType) return conversation.conversationType !== "personal";
  return conversation.isGroup === true;
}
