import { type Count, type Counter, NO_REGION } from "./count.ts";
import { isoWeek } from "./iso-week.ts";

/** The counts of one turn as counters of its region and week: each combination once. */
export function toCounters(counts: readonly Count[], region: string | undefined, now: Date): Counter[] {
  const week = isoWeek(now);
  const counters = new Map<string, Counter>();
  for (const { metric, value } of counts) {
    const key = `${metric} ${value}`;
    const n = (counters.get(key)?.n ?? 0) + 1;
    counters.set(key, { region: region ?? NO_REGION, week, metric, value, n });
  }
  return [...counters.values()];
}
