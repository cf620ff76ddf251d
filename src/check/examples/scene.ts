import type { ConversationState } from "../../conversation/state.ts";
import type { Event } from "../../conversation/turn/event.ts";
import type { Reply } from "../../conversation/turn/turn.ts";
import type { View } from "../../conversation/views/view.ts";

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
