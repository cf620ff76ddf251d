import { type InvokeResponse, StatusCodes, type TurnContext } from "botbuilder";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { sentence } from "../conversation/sentence.ts";
import { Outbox, type OutboxOptions } from "./outbox.ts";
import type { ReportFailureOptions } from "./report-failure.ts";

export interface SlowDownOptions extends ReportFailureOptions {
  /** More activities than this in one minute of one conversation get no turn. Absent: no limit. */
  turnsPerMinute?: number | undefined;
}

/**
 * Makes what counts the activities of each conversation. For one too many it tells the person in a friendly line, and
 * answers after how many seconds there is room again; else undefined. A click is told each time, a message once a minute.
 */
export function createSlowDown({ assistant, log, turnsPerMinute }: SlowDownOptions) {
  if (turnsPerMinute === undefined) return async () => undefined;
  const limiter = new RateLimiterMemory({ points: turnsPerMinute, duration: 60 });
  return async (context: TurnContext): Promise<number | undefined> => {
    const { conversation, type, name } = context.activity;
    if (!conversation) return undefined;
    const { consumedPoints, msBeforeNext } = await limiter.penalty(conversation.id);
    if (consumedPoints <= turnsPerMinute) return undefined;
    const seconds = Math.ceil(msBeforeNext / 1000);
    log.warn("activity-slowed", { activityType: type });
    const { content, render } = assistant();
    const text = sentence(content, "slow-down.text", { seconds: String(seconds) });
    if (type === "invoke") await context.sendActivity({ type: "invokeResponse", value: messageResponse(name, text) });
    else if (consumedPoints === turnsPerMinute + 1) await sendLine(context, text, { render, log });
    return seconds;
  };
}

async function sendLine(context: TurnContext, text: string, options: OutboxOptions): Promise<void> {
  if (context.activity.type === "message") await new Outbox(context, options).send([{ text }]);
}

/** The answer to an invoke that leaves the card as it is, and shows a line to the person who clicked. */
function messageResponse(name: string | undefined, text: string): InvokeResponse {
  const status = StatusCodes.OK;
  if (name === "composeExtension/query") return { status, body: { composeExtension: { type: "message", text } } };
  return { status, body: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: text } };
}
