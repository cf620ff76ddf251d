import type { Content } from "../../content/content.ts";
import type { Filters } from "../../trends/filters.ts";
import type { Count } from "../../usage/count.ts";
import type { ConversationState } from "../state.ts";
import type { View } from "../views/view.ts";
import type { Event } from "./event.ts";

/** One thing the bot says. */
export type Reply =
  /** A card. With `replace` it takes the place of the card that was clicked. */
  | { view: View; replace: boolean }
  /** Plain text, to be copied. */
  | { text: string };

/** Asks for the trends card. Its numbers are read when the turn is over: a turn itself reads nothing. */
export interface TrendsRequest {
  trends: Filters;
  replace: boolean;
}

/** Turns the monthly message with the trends on, with these choices, or off. */
export interface MonthlyRequest {
  on: boolean;
  filters: Filters;
}

export interface TurnInput {
  /** Undefined when nothing is kept of this conversation. */
  state: ConversationState | undefined;
  event: Event;
  content: Content;
  /** The day on a summary. */
  now: Date;
  /** Id for the walk or card that begins in this turn: random, lower case, unique. */
  newId: string;
  /** Whether this user may see the trends. */
  maySeeTrends: boolean;
}

export interface Turn {
  state: ConversationState;
  replies: (Reply | TrendsRequest)[];
  /** What this turn adds to the usage counters. */
  counts: Count[];
  monthly?: MonthlyRequest;
}
