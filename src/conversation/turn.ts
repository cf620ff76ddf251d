import type { Content } from "../content/content.ts";
import type { Count } from "../usage/count.ts";
import type { Event } from "./event.ts";
import type { ConversationState } from "./state.ts";
import type { View } from "./view.ts";

/** One thing the bot says. */
export type Reply =
  /** A card. With `replace` it takes the place of the card that was clicked. */
  | { view: View; replace: boolean }
  /** Plain text, to be copied. */
  | { text: string };

export interface TurnInput {
  /** Undefined when nothing is kept of this conversation. */
  state: ConversationState | undefined;
  event: Event;
  content: Content;
  /** Id for a walk that this turn may start: random, lower case, unique. */
  newWalkId: string;
}

export interface Turn {
  state: ConversationState;
  replies: Reply[];
  /** What this turn adds to the usage counters. */
  counts: Count[];
}
