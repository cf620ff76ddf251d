import { isoWeek, monthOfWeek } from "../iso-week.ts";
import type { UsageStore, Weeks } from "../ports.ts";
import { monthBefore } from "./months.ts";
import type { ProtectionRules } from "./protect-month.ts";
import { publish } from "./publish.ts";
import type { PublishedMonth } from "./published-month.ts";

/** Months that are over hardly change: only by what a store that failed took late. */
const KEEP_MS = 15 * 60_000;

export interface ReadingRules extends ProtectionRules {
  now: Date;
  includeRunning: boolean;
}

/** Reads what may be seen of these months (as `2026-02`), from old to new. */
export type ReadPublished = (months: readonly string[], rules: ReadingRules) => Promise<PublishedMonth[]>;

/** The month of the week that is going on, as `2026-02`. */
export function runningMonth(now: Date): string {
  return monthOfWeek(isoWeek(now));
}

/**
 * Reads month by month, so that a turn never waits for the counters of years, and keeps what is published of a month
 * that is over for a quarter of an hour.
 */
export function createPublishedReader(store: Pick<UsageStore, "read">): ReadPublished {
  const kept = new Map<string, { rules: string; until: number; published: PublishedMonth[] }>();
  return async (months, { now, includeRunning, minimum, regions }) => {
    const running = runningMonth(now);
    const rules = `${minimum} ${regions.join()}`;
    const found: PublishedMonth[] = [];
    for (const month of months) {
      const known = kept.get(month);
      if (known && known.rules === rules && known.until > now.getTime()) {
        found.push(...known.published);
        continue;
      }
      const counters = await store.read(weeksOf(month));
      const published = publish(counters, { minimum, regions, runningMonth: running, includeRunning });
      if (month < running) kept.set(month, { rules, until: now.getTime() + KEEP_MS, published });
      found.push(...published);
    }
    return found;
  };
}

/** The weeks that belong to a month; the fourth day of a month is always in the first of them. */
function weeksOf(month: string): Weeks {
  const next = new Date(`${monthBefore(month, -1)}-04T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() - 7);
  return { from: isoWeek(new Date(`${month}-04T00:00:00Z`)), to: isoWeek(next) };
}
