import { isGroupChat, messageKey } from "./activity.ts";
import type { Incoming } from "./incoming.ts";

/** Teams delivers a message again when it got no answer in 15 seconds, and stops within minutes. */
const REMEMBERED_MS = 10 * 60_000;

/**
 * Makes what sends the danger card of a typed text. It needs nothing but the content, so it comes before the limit of a
 * conversation, before anything is read or kept, and before all else that is sent. A message that Teams delivers again
 * gets no second card from this process, unless the first one did not arrive. A message that is edited counts as well.
 */
export function createDangerFirst(): (incoming: Incoming) => void {
  const warned = new Set<string>();
  return ({ activity, event, assistant, queue }) => {
    if (event?.type !== "message" || isGroupChat(activity)) return;
    const view = assistant.dangerIn(event);
    if (!view) return;
    // An edit keeps the id of its message, and can be graver.
    const id = messageKey(activity);
    const key = id ? JSON.stringify([id, view]) : "";
    if (warned.has(key)) return;
    if (key) {
      warned.add(key);
      setTimeout(() => warned.delete(key), REMEMBERED_MS).unref();
    }
    void queue.sendDanger(view).then((arrived) => arrived || warned.delete(key));
  };
}
