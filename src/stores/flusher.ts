import { setTimeout as wait } from "node:timers/promises";
import { backoff } from "../backoff.ts";
import type { Log } from "../log.ts";
import type { Counter } from "../usage/count.ts";
import type { Outbox } from "./sqlite/outbox.ts";
import type { UsagePart } from "./usage-part.ts";

const INTERVAL_MS = 15_000;
/** One part: a read and a write, over again when another instance was first. */
const SEND_WITHIN_MS = 10_000;
const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 5 * 60_000;

export interface FlusherOptions {
  outbox: Outbox;
  /** Adds a part to what is kept for all instances, exactly once however often it is called. */
  send: (part: UsagePart, signal: AbortSignal) => Promise<void>;
  /** The wait that a failure asks for, in milliseconds. */
  retryAfterOf: (error: unknown) => number | undefined;
  log: Log;
  intervalMs?: number;
  /** The wait after a first failure. It doubles with every next one. */
  firstWaitMs?: number;
}

export interface Flusher {
  /** Seconds since the outbox was last found empty or emptied; undefined when it was not yet. */
  secondsSinceFlush(): number | undefined;
  /** Sends what waits, as far as it can within this time, and stops. What is left waits for the next start. */
  close(withinMs: number): Promise<void>;
}

/** Sends what waits in the outbox, now and from time to time, behind the turns: none of them waits for it. */
export function startFlusher({ outbox, send, retryAfterOf, log, ...times }: FlusherOptions): Flusher {
  const { intervalMs = INTERVAL_MS, firstWaitMs = FIRST_WAIT_MS } = times;
  const stop = new AbortController();
  const cut = new AbortController();

  let flushedAt: number | undefined;

  /** Sends one sealed batch: "empty" when there was none, "sent", or the error. */
  async function flush(): Promise<"empty" | "sent" | { error: unknown }> {
    try {
      const count = await sendSealed(outbox, send, cut.signal);
      flushedAt = performance.now();
      if (count > 0) log.info("usage-flushed", { count });
      return count === 0 ? "empty" : "sent";
    } catch (error) {
      if (!cut.signal.aborted) log.warn("flush-failed", { error });
      return { error };
    }
  }

  function waitAfter(error: unknown, failures: number): number {
    const [retryAfterMs, random] = [retryAfterOf(error), Math.random()];
    return backoff({ failures, firstMs: firstWaitMs, maxMs: MAX_WAIT_MS, retryAfterMs, random });
  }

  /** Flushes until `signal`, or until nothing waits when there is no pause to wait for more. */
  async function run(signal: AbortSignal, pauseMs?: number): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      const result = await flush();
      if (result === "empty" && pauseMs === undefined) return;
      failures = typeof result === "object" ? failures + 1 : 0;
      const waitMs = typeof result === "object" ? waitAfter(result.error, failures) : (pauseMs ?? 0);
      await wait(waitMs, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  const running = run(stop.signal, intervalMs);
  return {
    secondsSinceFlush: () => (flushedAt === undefined ? undefined : (performance.now() - flushedAt) / 1000),
    async close(withinMs) {
      stop.abort();
      const timer = setTimeout(() => cut.abort(), withinMs);
      await running;
      await run(cut.signal);
      clearTimeout(timer);
    },
  };
}

/** Returns how many counters were sent. */
async function sendSealed(outbox: Outbox, send: FlusherOptions["send"], cut: AbortSignal): Promise<number> {
  const sealed = outbox.seal();
  if (sealed === undefined) return 0;
  const { instance, flush, counters } = sealed;
  const parts = Map.groupBy(counters, ({ region, week }) => `${week} ${region}`).values();
  for (const part of parts) {
    cut.throwIfAborted();
    const [{ region, week }] = part as [Counter];
    const place = { region, week, instance, flush };
    await send({ ...place, counters: part }, AbortSignal.any([cut, AbortSignal.timeout(SEND_WITHIN_MS)]));
    outbox.forget(place);
  }
  return counters.length;
}
