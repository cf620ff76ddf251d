import { setTimeout } from "node:timers/promises";

/** SQLite's code, without its details, when another connection holds the lock. */
const BUSY = 5;
const WITHIN_MS = 5_000;
const WAIT_MS = 25;

/**
 * Does `work`, and does it again while another process holds the database, for 5 seconds. SQLite itself can wait as
 * well, but on the thread that answers turns: nobody else would be served, not even with a danger card.
 * @throws what `work` throws
 */
export async function whenFree<T>(work: () => T): Promise<T> {
  const deadline = performance.now() + WITHIN_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await setTimeout(WAIT_MS);
    }
  }
}

function isBusy(error: unknown): boolean {
  const { errcode } = Object(error) as { errcode?: number };
  return errcode !== undefined && (errcode & 0xff) === BUSY;
}
