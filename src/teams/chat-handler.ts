import { ActivityHandler, type InvokeResponse, StatusCodes, type TurnContext } from "botbuilder";
import type { Event } from "../conversation/event.ts";
import type { Reply } from "../conversation/turn.ts";
import type { View } from "../conversation/view.ts";
import type { Log } from "../log.ts";
import type { Assistant } from "./assistant.ts";
import { cardResponse } from "./card-response.ts";
import { composeSearch } from "./compose-search.ts";
import { isGroup } from "./is-group.ts";
import { isMentioned } from "./is-mentioned.ts";
import { Outbox } from "./outbox.ts";
import { readerOf } from "./reader-of.ts";
import { referral } from "./referral.ts";
import { eventOfExecute, eventOfMessage } from "./to-event.ts";

export interface ChatHandlerOptions {
  /** Called once per activity: the content may change between two. */
  assistant(): Assistant;
  /** The key of a conversation's state, from which nobody can tell the conversation. */
  keyOf(conversationId: string): string;
  log: Log;
}

/** What is said to one activity, and the means to say it. */
interface Answer {
  replies: Reply[];
  render(view: View): object;
  outbox: Outbox;
}

/**
 * What arrives from Teams, as events; what the assistant replies, as messages and cards.
 * Activities of other types are acknowledged by botbuilder and do nothing.
 */
export class ChatHandler extends ActivityHandler {
  readonly #options: ChatHandlerOptions;

  constructor(options: ChatHandlerOptions) {
    super();
    this.#options = options;
  }

  protected override async onMessageActivity(context: TurnContext): Promise<void> {
    const { activity } = context;
    const event = eventOfMessage(activity);
    if (isGroup(activity) && event.type === "message" && !isMentioned(activity)) return;
    const { replies, outbox } = await this.#answer(context, event);
    const [first, ...rest] = replies;
    if (event.type === "message" || !first) return outbox.send(replies);
    await outbox.replace(first);
    await outbox.send(rest);
  }

  /** Every click gets a card with 200, also one of an unknown shape: on anything else Teams shows an error. */
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value } = context.activity;
    if (name === "composeExtension/query") return composeSearch(this.#options.assistant(), value);
    if (name !== "adaptiveCard/action") return { status: StatusCodes.NOT_IMPLEMENTED };
    const { replies, render, outbox } = await this.#answer(context, eventOfExecute(value));
    const [first, ...rest] = replies;
    if (!first || "text" in first) throw new TypeError("A click is answered with a card first.");
    await outbox.send(rest);
    return cardResponse(render(first.view));
  }

  protected override async onInstallationUpdateAddActivity(context: TurnContext): Promise<void> {
    await this.#greet(context);
  }

  /** Comes beside an installationUpdate or instead of it; in a group that one is enough. */
  protected override async onConversationUpdateActivity(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (activity.membersAdded?.length && !isGroup(activity)) await this.#greet(context);
  }

  async #greet(context: TurnContext): Promise<void> {
    const { replies, outbox } = await this.#answer(context, { type: "installed" });
    await outbox.send(replies);
  }

  async #answer(context: TurnContext, event: Event): Promise<Answer> {
    const { activity } = context;
    const assistant = this.#options.assistant();
    const render = (view: View) => assistant.render(view, readerOf(activity));
    const outbox = new Outbox(context, { render, log: this.#options.log });
    if (isGroup(activity)) return { replies: [referral(assistant.content, event)], render, outbox };
    const started = performance.now();
    const replies = await assistant.takeTurn(
      this.#options.keyOf(activity.conversation.id),
      event,
      activity.from?.aadObjectId,
    );
    this.#logTurn(activity.type, event, started);
    return { replies, render, outbox };
  }

  #logTurn(activityType: string, event: Event, started: number): void {
    const durationMs = Math.round(performance.now() - started);
    const verb = event.type === "action" ? event.action.verb : event.type;
    this.#options.log.info("turn", { activityType, verb, durationMs });
  }
}
