import type { Content } from "../content/content.ts";
import type { Event } from "../conversation/turn/event.ts";
import type { Reply } from "../conversation/turn/turn.ts";
import type { DangerTypedView, View } from "../conversation/views/view.ts";
import type { DangerNowView } from "../conversation/views/walk-cards.ts";

/** A chat in Teams. */
export interface ChatAddress {
  serviceUrl: string;
  conversation: string;
}

/** One turn of a conversation. */
export interface TurnRequest {
  /** The key of the conversation. */
  key: string;
  event: Event;
  /** Id of the user in the directory of the tenant. */
  userId: string | undefined;
  /** A code for a typed message, the same when Teams delivers it again; see `takeTurn`. */
  messageCode: string | undefined;
  /** Where a message can be sent later, without being asked. */
  address: ChatAddress;
  /** See `takeTurn`. */
  refusesNewer?: boolean;
  /** Told as soon as it is certain that the 112 card must come, before anything is kept. */
  onDanger(view: DangerNowView): void;
}

/** The assistant with one version of the content, so that a turn never mixes two. */
export interface Assistant {
  content: Content;
  /** The danger card that this event needs whatever else is true, so also when nothing can be read or kept. */
  dangerIn(event: Event): DangerTypedView | DangerNowView | undefined;
  /** Returns what is said; nothing when the message was taken before. */
  takeTurn(request: TurnRequest): Promise<Reply[]>;
  /** Deletes all that is kept of the conversation under `key`. */
  forget(key: string): Promise<void>;
  /** The Adaptive Card of a view. `userId` is the reader in Teams, whose client refreshes the card by itself. */
  render(view: View, userId?: string): object;
}
