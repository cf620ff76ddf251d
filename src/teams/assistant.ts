import type { Content } from "../content/content.ts";
import type { Event } from "../conversation/event.ts";
import type { Reply } from "../conversation/turn.ts";
import type { View } from "../conversation/view.ts";

/** The assistant with one version of the content, so that a turn never mixes two. */
export interface Assistant {
  content: Content;
  /** One turn of the conversation under `key`, by the user with this id in the directory of the tenant. */
  takeTurn(key: string, event: Event, userId: string | undefined): Promise<Reply[]>;
  /** The Adaptive Card of a view. `userId` is the reader in Teams, whose client refreshes the card by itself. */
  render(view: View, userId?: string): object;
}
