import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../log.ts";
import type { Counter } from "../usage/count.ts";
import { backoff } from "./backoff.ts";
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
}

export interface Flusher {
  /** Sends what waits, as far as it can within this time, and stops. What is left waits for the next start. */
  close(withinMs: number): Promise<void>;
}

/** Sends what waits in the outbox, now and from time to time, behind the turns: none of them waits for it. */
export function startFlusher({ outbox, send, retryAfterOf, log, intervalMs = INTERVAL_MS }: FlusherOptions): Flusher {
  const stop = new AbortController();
  const cut = new AbortController();

  /** Returns false when it failed. */
  async function flush(): Promise<unknown> {
    try {
      const count = await sendAll(outbox, send, cut.signal);
      if (count > 0) log.info("usage-flushed", { count });
      return undefined;
    } catch (error) {
      if (!cut.signal.aborted) log.warn("flush-failed", { error });
      return error ?? "failed";
    }
  }

  /** Flushes until `signal`; while it goes well once per interval, or until all is sent when there is none. */
  async function run(signal: AbortSignal, pauseMs: number | undefined): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      const error = await flush();
      if (error === undefined && pauseMs === undefined) return;
      failures = error === undefined ? 0 : failures + 1;
      const waitMs = failures === 0 ? (pauseMs ?? 0) : waitAfter(failures, retryAfterOf(error));
      await wait(waitMs, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  const running = run(stop.signal, intervalMs);
  return {
    async close(withinMs) {
      stop.abort();
      const timer = setTimeout(() => cut.abort(), withinMs);
      await running;
      await run(cut.signal, undefined);
      clearTimeout(timer);
    },
  };
}

function waitAfter(failures: number, retryAfterMs: number | undefined): number {
  return backoff({ failures, firstMs: FIRST_WAIT_MS, maxMs: MAX_WAIT_MS, retryAfterMs, random: Math.random() });
}

/** Returns how many counters were sent. */
async function sendAll(outbox: Outbox, send: FlusherOptions["send"], cut: AbortSignal): Promise<number> {
  const sealed = outbox.seal(new Date());
  if (sealed === undefined) return 0;
  const { instance, flush, counters } = sealed;
  for (const part of Object.values(Object.groupBy(counters, ({ region, week }) => `${week} ${region}`))) {
    if (part === undefined) continue;
    const [{ region, week }] = part as [Counter];
    cut.throwIfAborted();
    const signal = AbortSignal.any([cut, AbortSignal.timeout(SEND_WITHIN_MS)]);
    await send({ region, week, counters: part, instance, flush }, signal);
    outbox.forget(region, week, flush);
  }
  return counters.length;
}
