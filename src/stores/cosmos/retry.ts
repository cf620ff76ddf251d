import { setTimeout } from "node:timers/promises";
import { backoff } from "../../backoff.ts";
import { isTransient, retryAfterOf } from "./failure.ts";

const FIRST_WAIT_MS = 50;
const MAX_WAIT_MS = 1000;

/** Does `work` with a deadline, and again after a failure that may pass: see {@link retry}. */
export function retryWithin<T>(withinMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(withinMs);
  return retry(signal, () => work(signal));
}

/**
 * Does `work` again after a failure that may pass, as long as `signal` lets it. A write that is done again must be safe
 * to do twice: the failure does not tell whether it took place.
 * @throws the last failure
 */
export async function retry<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || !(await canGoOn(signal, waitAfter(error, failures)))) throw error;
    }
  }
}

function waitAfter(error: unknown, failures: number): number {
  const random = Math.random();
  return backoff({ failures, firstMs: FIRST_WAIT_MS, maxMs: MAX_WAIT_MS, retryAfterMs: retryAfterOf(error), random });
}

/** Waits; false when the time is up before that. */
async function canGoOn(signal: AbortSignal, waitMs: number): Promise<boolean> {
  return setTimeout(waitMs, true, { signal }).catch(() => false);
}
