import { type Activity, CardFactory, type TurnContext } from "botbuilder";
import type { Reply } from "../conversation/turn.ts";
import type { View } from "../conversation/view.ts";
import type { Log } from "../log.ts";
import { sendWithRetry } from "./send-with-retry.ts";
import { statusOf } from "./status-of.ts";
import { textMessage } from "./text-message.ts";

export interface OutboxOptions {
  render: (view: View) => object;
  log: Log;
}

/**
 * Sends what the bot says in one turn. Never throws on a failed send (bot blocked, chat deleted,
 * Teams down): the state has moved on already, so it logs the status and goes on.
 */
export class Outbox {
  readonly #context: TurnContext;
  readonly #options: OutboxOptions;

  constructor(context: TurnContext, options: OutboxOptions) {
    this.#context = context;
    this.#options = options;
  }

  /** Each reply as a new message, in order. */
  async send(replies: readonly Reply[]): Promise<void> {
    for (const message of replies.map((reply) => this.#message(reply))) {
      await this.#attempt(() => this.#context.sendActivity(message));
    }
  }

  /** The reply in the place of the message that was clicked; as a new message when that cannot be. */
  async replace(reply: Reply): Promise<void> {
    const id = this.#context.activity.replyToId;
    const message = this.#message(reply);
    const replaced = id && (await this.#attempt(() => this.#context.updateActivity({ ...message, id })));
    if (!replaced) await this.send([reply]);
  }

  #message(reply: Reply): Partial<Activity> {
    if ("text" in reply) return textMessage(reply.text);
    return { type: "message", attachments: [CardFactory.adaptiveCard(this.#options.render(reply.view))] };
  }

  async #attempt(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await sendWithRetry(call);
      return true;
    } catch (error) {
      this.#options.log.warn("send-failed", { status: statusOf(error), error });
      return false;
    }
  }
}
