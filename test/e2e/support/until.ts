import { setTimeout as wait } from "node:timers/promises";

/** Other tests, the bench among them, keep the same two cores busy. */
const PATIENCE_MS = 120_000;
const POLL_MS = 50;

/**
 * Asks again and again until there is an answer.
 * @param what named in the error, when the answer does not come in time
 */
export async function until<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await wait(POLL_MS);
  }
  throw new Error(`waited ${patienceMs / 1000} s for ${what}`);
}
