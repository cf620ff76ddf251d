import { type Activity, type InvokeResponse, StatusCodes } from "botbuilder";
import type { Content } from "../content/content.ts";
import type { Event } from "../conversation/turn/event.ts";
import type { Reply } from "../conversation/turn/turn.ts";
import { sentence } from "../conversation/views/sentence.ts";
import type { DangerNowView } from "../conversation/views/walk-cards.ts";
import type { Log } from "../log.ts";
import { isGroupChat, isMentioned, messageKey } from "./activity.ts";
import type { Assistant, TurnRequest } from "./assistant.ts";
import { composeSearch } from "./compose-search.ts";
import type { Incoming } from "./incoming.ts";
import { cardResponse } from "./invoke-response.ts";
import { repliesInTime, type TurnTimes } from "./replies-in-time.ts";

export interface ChatHandlerOptions {
  /** Called once per activity: the content may change between two. */
  assistant(): Assistant;
  /** The key of a conversation's state, from which nobody can tell the conversation; other ids get a code likewise. */
  keyOf(id: string): string;
  log: Log;
  /** How long a turn may take before its caller is answered without it. */
  turnTimes: TurnTimes;
}

/** What arrives from Teams, as events; what the assistant replies, as messages and cards. */
export class ChatHandler {
  readonly #options: ChatHandlerOptions;

  constructor(options: ChatHandlerOptions) {
    this.#options = options;
  }

  /** Returns what an invoke is answered with. Activities of other types are acknowledged and do nothing. */
  async handle(incoming: Incoming): Promise<InvokeResponse | undefined> {
    const { activity } = incoming;
    switch (activity.type) {
      case "message":
      case "messageUpdate":
        await this.#onMessage(incoming);
        break;
      case "invoke":
        return this.#onInvoke(incoming);
      case "installationUpdate":
        await this.#onInstallation(incoming);
        break;
      case "conversationUpdate":
        // Comes beside an installationUpdate or instead of it; in a group that one is enough.
        if (activity.membersAdded?.length && !isGroupChat(activity)) await this.#greet(incoming);
    }
    return undefined;
  }

  async #onMessage(incoming: Incoming): Promise<void> {
    const { activity, queue, event } = incoming;
    if (!event) return;
    if (isGroupChat(activity) && event.type === "message" && (event.edited || !isMentioned(activity))) return;
    const replies = (await this.#answer(incoming, event)).filter((reply) => !isDangerTyped(reply));
    const [first, ...rest] = replies;
    if (event.type === "message" || !first) return queue.send(replies);
    queue.replace(first);
    queue.send(rest);
  }

  /** Every click gets a card with 200, also one of an unknown shape: on anything else Teams shows an error. */
  async #onInvoke(incoming: Incoming): Promise<InvokeResponse> {
    const { activity, assistant, queue, render, event } = incoming;
    if (activity.name === "composeExtension/query") return composeSearch(assistant, activity.value);
    if (!event) return { status: StatusCodes.NOT_IMPLEMENTED };
    const [first, ...rest] = await this.#answer(incoming, event);
    if (!first || "text" in first) throw new TypeError("A click is answered with a card first.");
    const response = cardResponse(render(first.view));
    queue.send(rest);
    return response;
  }

  /** Of an upgrade nobody notices anything but that the bot is there; who removes the bot leaves nothing behind. */
  async #onInstallation(incoming: Incoming): Promise<void> {
    const { activity, assistant } = incoming;
    if (activity.action === "add" || activity.action === "add-upgrade") await this.#greet(incoming);
    if (activity.action === "remove") await assistant.forget(this.#options.keyOf(activity.conversation.id));
  }

  async #greet(incoming: Incoming): Promise<void> {
    incoming.queue.send(await this.#answer(incoming, { type: "installed" }));
  }

  async #answer({ activity, assistant }: Incoming, event: Event): Promise<Reply[]> {
    if (isGroupChat(activity)) return [referral(assistant.content, event)];
    const started = performance.now();
    const take = (onDanger: TurnRequest["onDanger"]) =>
      assistant.takeTurn({
        key: this.#options.keyOf(activity.conversation.id),
        event,
        userId: activity.from?.aadObjectId,
        messageCode: this.#codeOf(activity, event),
        address: { serviceUrl: activity.serviceUrl, conversation: activity.conversation.id },
        onDanger,
      });
    const replies = await repliesInTime(take, dangerNowIn(assistant, event), this.#options);
    this.#logTurn(activity.type, event, started);
    return replies;
  }

  /**
   * Only of what is typed: a click that comes again changes nothing, and gets its card. An edit keeps the id of its
   * message, and is told from it, and from other edits, by its time.
   */
  #codeOf(activity: Activity, event: Event): string | undefined {
    const key = event.type === "message" ? messageKey(activity) : undefined;
    const isEdit = event.type === "message" && event.edited;
    return key && this.#options.keyOf(isEdit ? `${key} ${String(activity.timestamp)}` : key);
  }

  #logTurn(activityType: string, event: Event, started: number): void {
    const durationMs = Math.round(performance.now() - started);
    const verb = event.type === "action" ? event.action.verb : event.type;
    this.#options.log.info("turn", { activityType, verb, durationMs });
  }
}

/** That card was sent before the turn began. */
function isDangerTyped(reply: Reply): boolean {
  return "view" in reply && reply.view.card === "danger-typed" && !reply.replace;
}

function dangerNowIn(assistant: Assistant, event: Event): DangerNowView | undefined {
  const view = assistant.dangerIn(event);
  return view?.card === "danger-now" ? view : undefined;
}

/** All that the bot says where others read along: one line that refers to the personal chat; a click gets a card. */
function referral(content: Content, event: Event): Reply {
  const text = sentence(content, "group.personal-chat");
  if (event.type === "message" || event.type === "installed") return { text };
  return { view: { card: "message", title: sentence(content, "group.title"), text }, replace: true };
}
