import type { StateStore } from "../conversation/ports.ts";
import type { PartStatus } from "../http/health.ts";

/** A health check passes every few seconds: it does not write each time. */
const WRITE_EVERY_MS = 10_000;
const KEY = "readyz";

/**
 * Makes what tells whether a turn can be taken: it reads, and now and then writes, as a disk that is full can still be
 * read. What is written holds nothing.
 * @param nowMs milliseconds that only go up
 */
export function createStoreCheck(
  store: Pick<StateStore, "read" | "remember">,
  nowMs: () => number = () => performance.now(),
): () => Promise<PartStatus> {
  let writtenAt = Number.NEGATIVE_INFINITY;
  return async () => {
    try {
      await store.read(KEY, new Date());
      if (nowMs() - writtenAt < WRITE_EVERY_MS) return "ok";
      await store.remember(KEY, {}, new Date());
      writtenAt = nowMs();
      return "ok";
    } catch {
      writtenAt = Number.NEGATIVE_INFINITY;
      return "fails";
    }
  };
}
