import { setImmediate } from "node:timers/promises";
import type { Counter } from "../usage/count.ts";
import { isoWeek, monthOfWeek } from "../usage/iso-week.ts";
import type { UsageStore } from "../usage/ports.ts";
import type { ProtectionRules } from "./protect-month.ts";
import { publish } from "./publish.ts";
import type { PublishedMonth } from "./published-month.ts";

/** Months that are over hardly change: only by what a store that failed took late. */
const KEEP_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

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

/** Keeps what is published of a month that is over for a quarter of an hour. */
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
      const counters = await readMonth(store, month);
      const published = publish(counters, { minimum, regions, runningMonth: running, includeRunning });
      if (month < running) kept.set(month, { rules, until: now.getTime() + KEEP_MS, published });
      found.push(...published);
    }
    return found;
  };
}

/** Reads week by week, and lets the turns that wait go first: a store on this machine reads without a pause. */
async function readMonth(store: Pick<UsageStore, "read">, month: string): Promise<Counter[]> {
  const counters: Counter[] = [];
  for (const week of weeksOf(month)) {
    counters.push(...(await store.read({ from: week, to: week })));
    await setImmediate();
  }
  return counters;
}

/** The weeks that belong to a month; its fourth day is always in the first of them. */
function weeksOf(month: string): string[] {
  const days = [4, 11, 18, 25, 32].map((day) => new Date(Date.parse(`${month}-01T00:00:00Z`) + (day - 1) * DAY_MS));
  return days.map(isoWeek).filter((week) => monthOfWeek(week) === month);
}
