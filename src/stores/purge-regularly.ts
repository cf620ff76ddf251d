import type { StateStore } from "../conversation/ports.ts";
import type { Log, LogEvent } from "../log.ts";
import type { PublicationStore } from "../trends/ports.ts";
import { firstKeptMonth, firstKeptWeek } from "../usage/first-kept-week.ts";
import type { UsageStore } from "../usage/ports.ts";

/** How long an expired conversation can still be on disk; nobody can read it by then. */
const STATE_EVERY_MS = 10 * 60_000;
const USAGE_EVERY_MS = 24 * 60 * 60_000;

export interface Purged {
  state: StateStore;
  usage: UsageStore;
  publications: PublicationStore;
  /** How many whole months of counters are kept, next to the running one. */
  retentionMonths: number;
  log: Log;
}

/** Removes expired conversations and old counters and what was published of them, now and from time to time. Returns what stops it. */
export async function purgeRegularly({
  state,
  usage,
  publications,
  retentionMonths,
  log,
}: Purged): Promise<() => void> {
  const purgeState = logged(log, "state-purged", () => state.purge(new Date()));
  const purgeUsage = logged(log, "usage-purged", async () => {
    await publications.purge(firstKeptMonth(new Date(), retentionMonths));
    return usage.purge(firstKeptWeek(new Date(), retentionMonths));
  });
  await purgeState();
  await purgeUsage();
  const timers = [setInterval(purgeState, STATE_EVERY_MS), setInterval(purgeUsage, USAGE_EVERY_MS)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach(clearInterval);
}

function logged(log: Log, event: LogEvent, purge: () => Promise<number>): () => Promise<void> {
  return async () => {
    try {
      const count = await purge();
      if (count > 0) log.info(event, { count });
    } catch (error) {
      log.error("purge-failed", { error });
    }
  };
}
