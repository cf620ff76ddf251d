import { type Activity, CardFactory } from "botbuilder";
import type { Reply } from "../conversation/turn/turn.ts";
import type { View } from "../conversation/views/view.ts";
import type { Log } from "../log.ts";
import { deliver, type Patience } from "./deliver.ts";
import { statusCodeOf } from "./refusal.ts";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A person is waiting, and a card that comes long after its turn is in the way. */
const USUAL: Patience = { tryMs: 6_000, withinMs: 8_000, repeats: 0 };
/** The same message in the same place: there is no harm in doing it twice. */
const REPLACING: Patience = { ...USUAL, repeats: 2 };
/** Twice is better than not at all, and late is better than never. */
const DANGER: Patience = { tryMs: 2_000, withinMs: 60_000, repeats: 2 };
/** As a new message it may come through. */
const REPLACING_BY_DANGER: Patience = { tryMs: 1_500, withinMs: 2_000, repeats: 0 };

/** The way back into the chat that an activity came from. It goes on working when the turn is over. */
export interface Sender {
  /** @throws what botbuilder throws, with `statusCode` when Teams answered; after `signal` it may still have been sent */
  send(message: Partial<Activity>, signal: AbortSignal): Promise<unknown>;
  /** Puts `message` in the place of the message with this id. */
  replace(id: string, message: Partial<Activity>, signal: AbortSignal): Promise<unknown>;
}

export interface ReplyQueueOptions {
  render: (view: View) => object;
  /** What the chat is answered to: the card that was clicked. */
  replyToId: string | undefined;
  /** Where what is being sent is kept until it is done. */
  pending: Set<Promise<unknown>>;
  log: Log;
}

/**
 * Sends what the bot says to one activity, one after the other. Nothing waits for it unless it asks {@link settled}.
 * A failed send (bot blocked, chat deleted, Teams down) is logged and fails nothing: the state has moved on already.
 */
export class ReplyQueue {
  readonly #sender: Sender;
  readonly #options: ReplyQueueOptions;
  #last: Promise<boolean> = Promise.resolve(true);

  constructor(sender: Sender, options: ReplyQueueOptions) {
    this.#sender = sender;
    this.#options = options;
  }

  /** Each reply as a new message, in order. */
  send(replies: readonly Reply[]): void {
    for (const message of replies.map((reply) => this.#message(reply))) {
      this.#queue(() => this.#attempt((signal) => this.#sender.send(message, signal), USUAL));
    }
  }

  /** A danger card. Returns whether it arrived. */
  sendDanger(view: View): Promise<boolean> {
    const message = this.#message({ view, replace: false });
    return this.#queue(() => this.#attempt((signal) => this.#sender.send(message, signal), DANGER));
  }

  /** The reply in the place of the message that was clicked; as a new message when that cannot be. */
  replace(reply: Reply): void {
    const message = this.#message(reply);
    const id = this.#options.replyToId;
    const isDanger = "view" in reply && reply.view.card === "danger-now";
    const [inPlace, anew] = isDanger ? [REPLACING_BY_DANGER, DANGER] : [REPLACING, USUAL];
    this.#queue(async () => {
      const replaced = id && (await this.#attempt((signal) => this.#sender.replace(id, message, signal), inPlace));
      return replaced || this.#attempt((signal) => this.#sender.send(message, signal), anew);
    });
  }

  /** When all that was handed over is sent, or given up. */
  async settled(): Promise<void> {
    await this.#last;
  }

  #queue(work: () => Promise<boolean>): Promise<boolean> {
    const { pending } = this.#options;
    const done = this.#last.then(work);
    this.#last = done;
    pending.add(done);
    void done.finally(() => pending.delete(done));
    return done;
  }

  #message(reply: Reply): Partial<Activity> {
    return "text" in reply ? textMessage(reply.text) : cardMessage(this.#options.render(reply.view));
  }

  /** Never throws. */
  async #attempt(send: (signal: AbortSignal) => Promise<unknown>, patience: Patience): Promise<boolean> {
    try {
      await deliver(send, patience);
      return true;
    } catch (error) {
      const { log } = this.#options;
      log[patience === DANGER ? "error" : "warn"]("send-failed", { status: statusCodeOf(error), error });
      return false;
    }
  }
}

export function cardMessage(card: object): Partial<Activity> {
  return { type: "message", attachments: [CardFactory.adaptiveCard(card)] };
}

/**
 * Plain text as a message that keeps its lines, to be read and to be copied. Sent as XML, because clients of
 * Teams join the lines of plain text and read signs such as `*` and `-` in Markdown as layout.
 */
function textMessage(text: string): Partial<Activity> {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign));
  return { type: "message", textFormat: "xml", text: lines.join("<br/>") };
}
