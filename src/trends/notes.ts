import type { Content } from "../content/content.ts";
import type { ContentVersion } from "../content/content-store.ts";
import type { TrendNote } from "../content/schema/trend-note.ts";
import { isoWeek, monthOfWeek } from "../usage/iso-week.ts";
import type { Periods } from "./build-report.ts";
import type { Filters } from "./filters.ts";
import { dayName, monthBefore, monthsUntil } from "./months.ts";
import { monthsOf, periodOf, SPANS } from "./periods.ts";
import { areaOf } from "./publication.ts";
import { regionName } from "./region-name.ts";
import { regionsOf } from "./regions-of.ts";
import { trendText } from "./trend-text.ts";

/** Shorter ones tell more of what happened in between; in longer ones less is hidden. */
const AROUND = ["quarter", "half"] as const;

/** What before and after a note can be compared. */
export interface Around {
  span: (typeof AROUND)[number];
  filters: Filters;
}

/** A note at a place in time. */
export interface PlacedNote extends TrendNote {
  /** Number from 1 on, in the order of time: it stands on the axis. */
  number: number;
  /** As `2026-09`: that of its week, as for everything that is counted. */
  month: string;
}

/** Versions of the content as notes: one for each month in which it changed, in numbers that the history explains. */
export function versionNotes(
  content: Content,
  versions: readonly Pick<ContentVersion, "number" | "countsFrom">[],
): TrendNote[] {
  const changed = versions.filter(({ number }) => number > 1).toSorted((a, b) => a.number - b.number);
  const byMonth = Map.groupBy(changed, ({ countsFrom }) => monthOfWeek(isoWeek(new Date(countsFrom))));
  return [...byMonth.values()].map((inMonth) => {
    const [first, last] = [inMonth[0], inMonth.at(-1)];
    const names = { eerste: String(first?.number), laatste: String(last?.number) };
    const text = trendText(content, first === last ? "trends.version" : "trends.versions", names);
    return { on: first?.countsFrom.slice(0, 10) ?? "", text };
  });
}

/** The notes in these months that who looks at this region, or group of them, must know of, from early to late. */
export function notesIn(
  content: Content,
  notes: readonly TrendNote[],
  { months, area }: { months: readonly string[]; area: string | undefined },
): PlacedNote[] {
  const { groups } = regionsOf(content);
  const concerns = ({ region }: TrendNote) =>
    area === undefined || region === undefined || region === area || areaOf(region, "group", groups) === area;
  return notes
    .filter(concerns)
    .map((note) => ({ ...note, month: monthOfWeek(isoWeek(new Date(`${note.on}T12:00:00Z`))) }))
    .filter(({ month }) => months.includes(month))
    .sort((a, b) => a.on.localeCompare(b.on))
    .map((note, index) => ({ ...note, number: index + 1 }));
}

/** A note as people read it: `14 september 2026: Training TOP-3 (Alkmaar)`. */
export function noteText(content: Content, { on, text, region }: TrendNote): string {
  const where = region === undefined ? "" : ` (${regionName(content, region)})`;
  return `${dayName(on)}: ${text}${where}`;
}

/**
 * The choices that compare what was before a note with what came after it: the quarters, or else the half years, on both
 * sides of the nearest border between two of them; undefined as long as too much of both is hidden.
 */
export function compareAround({ month }: PlacedNote, { now, lastMonth }: Periods): Around | undefined {
  const { length: _asLong, ...chosen } = now.filters;
  for (const span of AROUND) {
    const [start = month] = monthsOf(periodOf(month, span));
    const isInFirstHalf = month < monthBefore(start, -Math.ceil(SPANS[span] / 2));
    const first = isInFirstHalf ? start : monthBefore(start, -SPANS[span]);
    const [until, against] = [monthBefore(first, 1 - SPANS[span]), monthBefore(first, 1)];
    const sides = [until, against].map((last) => now.of(monthsUntil(last, SPANS[span])));
    if (until <= lastMonth && sides.every(({ isComparable }) => isComparable))
      return { span, filters: { ...chosen, period: SPANS[span], until, against } };
  }
  return undefined;
}
