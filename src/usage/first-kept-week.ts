import { isoWeek, monthOfWeek } from "./iso-week.ts";

/**
 * The first month, as `2026-02`, of which the counters are kept when the running month and the `months` before it are
 * kept. The running month is that of the running week, as it is for everything that is counted.
 */
export function firstKeptMonth(now: Date, months: number): string {
  const [year = 0, month = 1] = monthOfWeek(isoWeek(now)).split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 7);
}

/** Its first week. Whole months go: a month of which only some weeks are left would look like a quiet one. */
export function firstKeptWeek(now: Date, months: number): string {
  // The fourth day of a month is always in its first week: that of its first Thursday.
  return isoWeek(new Date(`${firstKeptMonth(now, months)}-04T00:00:00Z`));
}
