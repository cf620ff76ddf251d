import { setTimeout as wait } from "node:timers/promises";

const POLL_MS = 50;
const GIVE_UP_MS = 120_000;

/** Waits until `found` gives something, and returns that; throws with `what` when it never comes. */
export async function eventually<T>(what: string, found: () => T | undefined | false | null): Promise<T> {
  for (let waited = 0; waited < GIVE_UP_MS; waited += POLL_MS) {
    const value = found();
    if (value) return value;
    await wait(POLL_MS);
  }
  throw new Error(`never came: ${what}`);
}
