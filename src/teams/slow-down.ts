import type { InvokeResponse } from "botbuilder";
import { sentence } from "../conversation/views/sentence.ts";
import type { Log } from "../log.ts";
import { createRateLimit } from "../rate-limit.ts";
import type { Incoming } from "./incoming.ts";
import { lineResponse } from "./invoke-response.ts";

export interface SlowDownOptions {
  log: Log;
  /** More activities than this in one minute of one conversation get no turn. Absent: no limit. */
  turnsPerMinute?: number | undefined;
}

/** The answer to an activity that gets no turn. */
export interface SlowedAnswer extends InvokeResponse {
  headers?: Record<string, string>;
}

const TOO_FAST = { code: "TOO_MANY_TURNS", message: "Dit gesprek gaat te snel. Retry-After zegt hoe lang te wachten." };

/**
 * Makes what counts the activities of each conversation. For one too many it tells the person in a friendly line, and
 * returns the answer; else undefined. A click is told each time, a message once a minute.
 */
export function createSlowDown({ log, turnsPerMinute }: SlowDownOptions) {
  const tooManyOf = createRateLimit(turnsPerMinute);
  return async ({ activity, assistant, queue }: Incoming): Promise<SlowedAnswer | undefined> => {
    const { conversation, type, name } = activity;
    if (!conversation) return undefined;
    const tooMany = await tooManyOf(conversation.id);
    if (!tooMany) return undefined;
    const seconds = String(tooMany.retryAfterSeconds);
    log.warn("activity-slowed", { activityType: type });
    const text = sentence(assistant.content, "slow-down.text", { seconds });
    if (type === "invoke") return lineResponse(name, text);
    if (type === "message" && tooMany.isFirst) queue.send([{ text }]);
    return { status: 429, body: TOO_FAST, headers: { "Retry-After": seconds } };
  };
}
