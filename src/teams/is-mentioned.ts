import type { Activity } from "botbuilder";

/** Whether a message in a group is meant for the bot: it is mentioned by name. */
export function isMentioned({ entities = [], recipient }: Activity): boolean {
  return entities.some(({ type, mentioned }) => type === "mention" && mentioned && mentioned.id === recipient?.id);
}
