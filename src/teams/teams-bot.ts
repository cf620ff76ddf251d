import { setTimeout as wait } from "node:timers/promises";
import type { Activity, InvokeResponse } from "botbuilder";
import type { BotCredentials } from "../config.ts";
import type { View } from "../conversation/views/view.ts";
import type { SecurityFields, SecurityLog } from "../security-log.ts";
import { parseActivity, readerOf } from "./activity.ts";
import type { ChatAddress } from "./assistant.ts";
import { ChatHandler, type ChatHandlerOptions } from "./chat-handler.ts";
import { createDangerFirst } from "./danger-first.ts";
import { deliver, type Patience } from "./deliver.ts";
import { tenantsOf } from "./gatekeeper.ts";
import type { Incoming } from "./incoming.ts";
import { Refusal, statusCodeOf } from "./refusal.ts";
import { TURN_TIMES, type TurnTimes } from "./replies-in-time.ts";
import type { Sender } from "./reply-queue.ts";
import { cardMessage, ReplyQueue } from "./reply-queue.ts";
import { reportFailure } from "./report-failure.ts";
import { createSlowDown, type SlowedAnswer } from "./slow-down.ts";
import { TeamsAdapter } from "./teams-adapter.ts";
import { eventOf } from "./to-event.ts";

/** The parts of a request and a response that are used; those of restify fit. `body` is parsed JSON. */
export interface BotRequest {
  headers: { authorization?: string | undefined };
  /** IP address of the caller. */
  client?: string | undefined;
  body?: unknown;
}
export interface BotResponse {
  send(status: number, body?: unknown, headers?: Record<string, string>): unknown;
}

export interface TeamsBotOptions extends Omit<ChatHandlerOptions, "turnTimes"> {
  /** Absent: nothing is authenticated. */
  credentials?: BotCredentials | undefined;
  security: SecurityLog;
  /** More activities than this in one minute of one conversation get no turn. Absent: no limit. */
  turnsPerMinute?: number;
  turnTimes?: TurnTimes;
}

export interface TeamsBot {
  /** Takes one request and answers it. Throws only when nothing at all can be said. */
  process(request: BotRequest, response: BotResponse): Promise<void>;
  /**
   * Sends a card into a chat from which nothing came just now.
   * @throws what the last try threw; it may then still have arrived
   */
  sendTo(address: ChatAddress, view: View): Promise<void>;
  /** Waits until what is being sent has been sent, or until this time in milliseconds is over. */
  settle(withinMs: number): Promise<void>;
}

const NOT_AN_ACTIVITY = {
  code: "NOT_AN_ACTIVITY",
  message: "Het bericht is geen activiteit van het Bot Framework. Stuur het zoals Teams het stuurt.",
};

/** Nobody waits for it, and twice is worse than later. */
const UNASKED: Patience = { tryMs: 10_000, withinMs: 30_000, repeats: 0 };

/**
 * The bot as Teams calls it: one request is one activity. `process` answers 200 (an invoke with
 * its card), 400 for what is not an activity, 401 for what is not from Teams, 403 for what is but is not served here,
 * 429 for too many in one conversation, 501 for an unknown invoke, 503 while Microsoft's keys cannot be read, so that Teams
 * delivers the activity again. The answer of an invoke waits for no send.
 */
export function createTeamsBot({
  credentials,
  security,
  turnsPerMinute,
  turnTimes = TURN_TIMES,
  ...options
}: TeamsBotOptions): TeamsBot {
  const { log } = options;
  const adapter = new TeamsAdapter(credentials);
  const handler = new ChatHandler({ ...options, turnTimes });
  const sayDangerFirst = createDangerFirst();
  const slowDown = createSlowDown({ log, turnsPerMinute });
  const pending = new Set<Promise<unknown>>();

  /** With one version of the content, so that a turn never mixes two. */
  function incomingOf(activity: Activity, sender: Sender): Incoming {
    const assistant = options.assistant();
    const render = (view: View) => assistant.render(view, readerOf(activity));
    const queue = new ReplyQueue(sender, { render, replyToId: activity.replyToId, pending, log });
    return { activity, event: eventOf(activity), assistant, render, queue };
  }

  async function take(activity: Activity, sender: Sender): Promise<SlowedAnswer | undefined> {
    const tooLong = activity.type === "invoke" ? undefined : pause(turnTimes.answerMs);
    const incoming = incomingOf(activity, sender);
    const answer = await answerTo(incoming);
    if (tooLong) await Promise.race([incoming.queue.settled(), tooLong]);
    return answer;
  }

  async function answerTo(incoming: Incoming): Promise<SlowedAnswer | InvokeResponse | undefined> {
    try {
      sayDangerFirst(incoming);
      return (await slowDown(incoming)) ?? (await handler.handle(incoming));
    } catch (error) {
      return reportFailure(incoming, error, log);
    }
  }

  function recordRefusal({ code, statusCode: status }: Refusal, activity: Activity, address: string | undefined): void {
    const signed = credentials && status === 403 ? signedBy(activity) : {};
    security.record("access-refused", { what: "/api/messages", code, status, address, ...signed });
  }

  return {
    async process({ headers, client, body }, response) {
      const activity = parseActivity(body);
      if (!activity) {
        log.warn("activity-refused", { status: 400 });
        response.send(400, NOT_AN_ACTIVITY);
        return;
      }
      try {
        const answer: SlowedAnswer | undefined = await adapter.receive(
          headers.authorization ?? "",
          activity,
          (sender) => take(activity, sender),
        );
        response.send(answer?.status ?? 200, answer?.body, answer?.headers);
      } catch (error) {
        const status = statusCodeOf(error);
        if (status === undefined) throw error;
        log[status < 500 ? "warn" : "error"]("activity-refused", { status, error });
        if (error instanceof Refusal && status < 500) recordRefusal(error, activity, client);
        response.send(status);
      }
    },

    async sendTo(address, view) {
      const message = cardMessage(options.assistant().render(view));
      await adapter.reach(address, (sender) => deliver((signal) => sender.send(message, signal), UNASKED));
    },

    async settle(withinMs) {
      await Promise.race([Promise.allSettled(pending), pause(withinMs)]);
    },
  };
}

function pause(ms: number): Promise<void> {
  return wait(ms, undefined, { ref: false });
}

/** For the security log, and only of an activity that Microsoft signed: else it says whatever its maker likes. */
function signedBy(activity: Activity): SecurityFields {
  return { who: activity.from?.aadObjectId, tenant: tenantsOf(activity)[0] };
}
