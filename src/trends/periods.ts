import { monthBefore, monthsUntil } from "./months.ts";

/** A stretch of time that counts are published over, from short to long, with its months. */
export const SPANS = { month: 1, quarter: 3, half: 6, year: 12 } as const;
export type Span = keyof typeof SPANS;

const DAY_MS = 86_400_000;

/** Days between the end of the last week of a period and its publication, for what comes late. */
const DELAY_DAYS = 7;

/** The calendar period of this span that a month lies in: `2026-02`, `2026-Q1`, `2026-H1` or `2026`. */
export function periodOf(month: string, span: Span): string {
  return periodsWith(month)[span];
}

/** The periods that a month lies in, one of each span. Reports ask it a million times, of a few dozen months. */
export function periodsWith(month: string): Readonly<Record<Span, string>> {
  const known = PERIODS.get(month);
  if (known !== undefined) return known;
  const [year = "", number = "1"] = month.split("-");
  const part = (span: Span) => Math.ceil(Number(number) / SPANS[span]);
  const periods = { month, quarter: `${year}-Q${part("quarter")}`, half: `${year}-H${part("half")}`, year };
  PERIODS.set(month, periods);
  return periods;
}

const PERIODS = new Map<string, Record<Span, string>>();

export function spanOf(period: string): Span {
  if (!period.includes("-")) return "year";
  if (period.includes("Q")) return "quarter";
  return period.includes("H") ? "half" : "month";
}

/** The months of a period, from old to new. Reports ask it a million times, of a few dozen periods. */
export function monthsOf(period: string): readonly string[] {
  const known = MONTHS.get(period);
  if (known !== undefined) return known;
  const count = SPANS[spanOf(period)];
  const months = monthsUntil(lastMonthOf(period, count), count);
  MONTHS.set(period, months);
  return months;
}

const MONTHS = new Map<string, readonly string[]>();

function lastMonthOf(period: string, count: number): string {
  const [year = "", part = "1"] = period.split("-");
  if (count === 1) return period;
  const number = Number(part.replace(/\D/g, "") || 1) * count;
  return count === 12 ? `${year}-12` : `${year}-${String(number).padStart(2, "0")}`;
}

/** The first Thursday of a month, in ms: its first week is that of this day. */
function firstThursdayOf(month: string): number {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  return first + ((11 - new Date(first).getUTCDay()) % 7) * DAY_MS;
}

/** How much of some months in a row is over when a day of them (as `2026-09-14`) begins: 0 to 1, counted from their first week on. */
export function partOver(months: readonly string[], day: string): number {
  const start = firstThursdayOf(months[0] ?? day.slice(0, 7)) - 3 * DAY_MS;
  const weeks = months.reduce((total, month) => total + weeksIn(month), 0);
  return (Date.parse(`${day}T00:00:00Z`) - start) / (7 * DAY_MS * Math.max(1, weeks));
}

/** How many ISO weeks belong to a month: those whose Thursday is in it. */
export function weeksIn(month: string): number {
  const next = Date.parse(`${monthBefore(month, -1)}-01T00:00:00Z`);
  return Math.ceil((next - firstThursdayOf(month)) / (7 * DAY_MS));
}

/** The moment from which a period may be published: a fixed delay after the Sunday of its last week. */
export function publishedFrom(period: string): Date {
  const last = monthsOf(period).at(-1) ?? period;
  const endOfLastWeek = firstThursdayOf(last) + (7 * (weeksIn(last) - 1) + 4) * DAY_MS;
  return new Date(endOfLastWeek + DELAY_DAYS * DAY_MS);
}

/** All periods from `firstMonth` on that may be published at `now`, in the order in which that is done. */
export function duePeriods(firstMonth: string, now: Date): string[] {
  const due = new Set<string>();
  for (let month = firstMonth; publishedFrom(month) <= now; month = monthBefore(month, -1)) {
    for (const span of Object.keys(SPANS) as Span[]) {
      const period = periodOf(month, span);
      if (monthsOf(period).at(-1) === month) due.add(period);
    }
  }
  return [...due];
}
