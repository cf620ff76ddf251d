import type { Reaction, Useful } from "../content/schema/reaction.ts";

/** A walk is its answers: where the worker is follows by replaying them. Choices only, no typed text. */
export interface Walk {
  /** Random, new for every walk, so that an old card is recognised. */
  id: string;
  flow: string;
  /** The flow's version at the last answer. */
  version: string;
  /** The phase the worker chose to start at. */
  from?: string;
  /** Question id to chosen option ids. */
  answers: Record<string, string[]>;
  /** Answers taken back with "terug", to show what was chosen before. */
  earlier: Record<string, string[]>;
  /** Signal id to reaction. */
  reactions: Record<string, Reaction>;
  useful?: Useful;
  /** What was counted of this walk and must not be counted again when its cards are shown again. */
  counted: string[];
}

/** All that is kept of a conversation, for at most 12 hours after its last use. */
export interface ConversationState {
  schema: 1;
  greeted: boolean;
  region?: string;
  /** The region was asked and skipped, or asked in an earlier conversation: it is not asked again by itself. */
  regionAsked?: true;
  walk?: Walk;
  /** Codes of the last typed messages and of cards that were told something: Teams brings both back, and they count once. */
  taken?: string[];
  /** The highest number of a published version of the content that this conversation was served with. */
  seen?: number;
}

/** What is remembered of a conversation apart from its walks, for a year after it was last begun. */
export interface Remembered {
  region?: string;
}

/** Days that the region is remembered. */
export const REMEMBER_DAYS = 365;

export const EMPTY_STATE: ConversationState = { schema: 1, greeted: false };

/** Codes that are kept: far more than somebody types while Teams still delivers again. */
const TAKEN = 8;

/** Hours that a conversation is kept after its last use (design, "State and usage"). */
export const STATE_TTL_HOURS = 12;

/** The state with the code of what was taken now. */
export function withTaken(state: ConversationState, code: string): ConversationState {
  return { ...state, taken: [...(state.taken ?? []), code].slice(-TAKEN) };
}
