import type { Event } from "./event.ts";
import type { ConversationState } from "./state.ts";
import type { Reply } from "./turn.ts";
import type { View } from "./view.ts";

/** What a worker has in front of them while an example is played. */
export interface Scene {
  state: ConversationState | undefined;
  replies: Reply[];
  lastEvent: Event | undefined;
  hoursIdle: number;
  walksStarted: number;
}

/** The card that was sent or shown last. */
export function lastView({ replies }: Pick<Scene, "replies">): View | undefined {
  return replies.flatMap((reply) => ("view" in reply ? [reply.view] : [])).at(-1);
}
