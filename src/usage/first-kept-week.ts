import { isoWeek } from "./iso-week.ts";

/**
 * The first ISO week that is kept when the running month and the `months` before it are kept. Whole months go: a month
 * of which only some weeks are left would look like a quiet one.
 */
export function firstKeptWeek(now: Date, months: number): string {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
  // A week belongs to the month of its Thursday.
  const untilThursday = (4 - first.getUTCDay() + 7) % 7;
  return isoWeek(new Date(first.getTime() + untilThursday * 86_400_000));
}
