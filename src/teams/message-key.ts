import type { Activity } from "botbuilder";

/** The same for a message that Teams delivers again; undefined when the message has no id. */
export function messageKey({ id, conversation }: Activity): string | undefined {
  return id ? `${conversation.id} ${id}` : undefined;
}
