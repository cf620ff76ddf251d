import { setImmediate } from "node:timers/promises";

let last: Promise<unknown> = Promise.resolve();

/**
 * Waits for a turn of the event loop that no other waits for: readers who come at once are served one by one, and whoever is
 * in a conversation between them.
 */
export async function inTurn(): Promise<void> {
  last = last.then(() => setImmediate());
  await last;
}
