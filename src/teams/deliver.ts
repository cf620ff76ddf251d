import { setTimeout as wait } from "node:timers/promises";
import { backoff } from "../backoff.ts";
import { statusCodeOf } from "./refusal.ts";
import { STALE_SOCKET } from "./stale-socket.ts";

/** How long and how often a send is tried. Times in milliseconds. */
export interface Patience {
  /** One try. */
  tryMs: number;
  /** All tries, with the waits between them. */
  withinMs: number;
  /** How often it is tried again when nobody can tell whether it arrived: it may then stand in the chat twice. */
  repeats: number;
}

const FIRST_WAIT_MS = 250;
const MAX_WAIT_MS = 2_000;

/** Teams did not take the message: too many at once, or two at the same moment (its documentation on rate limits). */
const REFUSED_STATUSES = new Set<unknown>([412, 429]);
/** There was no connection, or none any more, or this machine had no room for one. */
const UNSENT_CODES = new Set<unknown>([
  STALE_SOCKET,
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EMFILE",
  "ENFILE",
  "EADDRNOTAVAIL",
]);

/**
 * Sends with a deadline. What was refused before it was delivered is tried again until then, after the wait that Teams
 * asks for. After a time-out, a 5xx or a broken connection it may have arrived: `repeats` says whether it is sent again.
 * @throws what the last try threw
 */
export async function deliver(send: (signal: AbortSignal) => Promise<unknown>, patience: Patience): Promise<void> {
  const deadline = performance.now() + patience.withinMs;
  const left = () => Math.max(0, deadline - performance.now());
  let doubts = 0;
  for (let failures = 1; ; failures += 1) {
    try {
      await inTime(send, Math.min(patience.tryMs, left()));
      return;
    } catch (error) {
      const isRefused = REFUSED_STATUSES.has(statusCodeOf(error)) || UNSENT_CODES.has(codeOf(error));
      if (!isRefused && isInDoubt(error)) doubts += 1;
      const pause = pauseAfter(error, failures);
      if (!isRefused && (!isInDoubt(error) || doubts > patience.repeats)) throw error;
      if (pause >= left()) throw error;
      await wait(pause, undefined, { ref: false });
    }
  }
}

/** The signal alone is not enough: fetching the token that goes with a message does not listen to it. */
function inTime(send: (signal: AbortSignal) => Promise<unknown>, ms: number): Promise<unknown> {
  const signal = AbortSignal.timeout(Math.ceil(ms));
  const late = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([send(signal), late]);
}

/** Without a status there was no answer. */
function isInDoubt(error: unknown): boolean {
  const status = statusCodeOf(error);
  return status === undefined || status === 408 || status >= 500;
}

function pauseAfter(error: unknown, failures: number): number {
  const random = Math.random();
  return backoff({ failures, firstMs: FIRST_WAIT_MS, maxMs: MAX_WAIT_MS, retryAfterMs: retryAfterOf(error), random });
}

/** The wait that Teams asks for in its Retry-After header, in milliseconds: seconds, or a date. */
function retryAfterOf(error: unknown): number {
  const { response } = error as { response?: { headers?: { get(name: string): string | undefined } } };
  const asked = response?.headers?.get("retry-after") ?? "";
  const ms = /^\d+(\.\d+)?$/.test(asked) ? Number(asked) * 1_000 : Date.parse(asked) - Date.now();
  return ms > 0 ? ms : 0;
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | undefined)?.code;
}
