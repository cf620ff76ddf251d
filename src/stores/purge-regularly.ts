import type { ContentStore } from "../content/content-store.ts";
import type { StateStore } from "../conversation/ports.ts";
import type { Log, LogEvent } from "../log.ts";
import type { PublicationStore } from "../trends/ports.ts";
import { firstKeptMonth, firstKeptWeek } from "../usage/first-kept-week.ts";
import type { UsageStore } from "../usage/ports.ts";

/** How long an expired conversation can still be on disk; nobody can read it by then. */
const STATE_EVERY_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** After the last save of a draft that was never published. */
const DRAFT_DAYS = 365;

export interface Purged {
  state: StateStore;
  usage: UsageStore;
  publications: PublicationStore;
  content: Pick<ContentStore, "purgeDrafts">;
  /** How many whole months of counters are kept, next to the running one. */
  retentionMonths: number;
  log: Log;
}

/** Removes expired conversations, old counters with what was published of them, and drafts that were left, now and from time to time. Returns what stops it. */
export async function purgeRegularly({
  state,
  usage,
  publications,
  content,
  retentionMonths,
  log,
}: Purged): Promise<() => void> {
  const purgeState = logged(log, "state-purged", () => state.purge(new Date()));
  const purgeUsage = logged(log, "usage-purged", async () => {
    await publications.purge(firstKeptMonth(new Date(), retentionMonths));
    return usage.purge(firstKeptWeek(new Date(), retentionMonths));
  });
  const purgeDrafts = logged(log, "drafts-purged", () =>
    content.purgeDrafts(new Date(Date.now() - DRAFT_DAYS * DAY_MS)),
  );
  await purgeState();
  await purgeUsage();
  await purgeDrafts();
  const timers = [
    setInterval(purgeState, STATE_EVERY_MS),
    setInterval(purgeUsage, DAY_MS),
    setInterval(purgeDrafts, DAY_MS),
  ];
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
