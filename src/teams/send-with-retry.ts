import { setTimeout as wait } from "node:timers/promises";
import { statusOf } from "./status-of.ts";

/** Retries of one send, and the longest wait before one, in milliseconds: a person is waiting. */
const MAX_RETRIES = 2;
const LONGEST_WAIT = 2_000;
const FIRST_WAIT = 250;

/**
 * Sends, and once more after 429. Nothing else is retried, because creating an activity is not
 * idempotent: after a time-out or a 5xx the first card may have arrived, and would stand there twice.
 *
 * @throws what the last attempt threw
 */
export async function sendWithRetry<T>(send: () => Promise<T>): Promise<T> {
  for (let retries = 0; ; retries++) {
    try {
      return await send();
    } catch (error) {
      const pause = pauseBeforeRetry(error, retries);
      if (pause === undefined) throw error;
      await wait(pause);
    }
  }
}

/** In milliseconds; undefined when the call may not be repeated, or only after a wait that is too long. */
function pauseBeforeRetry(error: unknown, retries: number): number | undefined {
  if (statusOf(error) !== 429 || retries >= MAX_RETRIES) return undefined;
  const asked = retryAfter(error) ?? FIRST_WAIT * 2 ** retries;
  return asked > LONGEST_WAIT ? undefined : asked + Math.random() * FIRST_WAIT;
}

/** The wait that Teams asks for in its Retry-After header, in milliseconds. */
function retryAfter(error: unknown): number | undefined {
  const { response } = error as { response?: { headers?: { get(name: string): string | undefined } } };
  const seconds = Number.parseFloat(response?.headers?.get("retry-after") ?? "");
  return Number.isNaN(seconds) ? undefined : seconds * 1_000;
}
