import type { Content } from "../content/content.ts";
import type { TrendNote } from "../content/schema/trend-note.ts";
import { endsOf, type Filters } from "./filters.ts";
import { monthsUntil } from "./months.ts";
import { notesIn } from "./notes.ts";
import type { Published } from "./published.ts";
import { type MadeTable, type Report, SECTIONS, type SectionId, type TableId } from "./report.ts";
import { Selection } from "./selection.ts";
import { compared } from "./tables/compared-table.ts";
import { articles, danger, personalData, unanswered, useful } from "./tables/other-tables.ts";
import { advice, mda, signals } from "./tables/signal-tables.ts";
import { useByRegion, useByWalk, useOverTime } from "./tables/use-tables.ts";
import { stops, unknownAnswers } from "./tables/walk-tables.ts";

/** The chosen period, and the one that it is compared with. */
export interface Periods {
  now: Selection;
  then: Selection;
  /** What of both can be ranked and compared: see {@link Selection.told}. */
  told: Selection;
  toldThen: Selection;
}

/** How each table is made of a selection. */
const BUILDERS: Record<TableId, (periods: Periods) => MadeTable> = {
  "use-over-time": ({ now }) => useOverTime(now),
  "use-by-walk": ({ told }) => useByWalk(told),
  "use-by-region": ({ told }) => useByRegion(told),
  compared,
  stops: ({ told }) => stops(told),
  unknown: ({ told }) => unknownAnswers(told),
  advice: ({ told }) => advice(told),
  signals: ({ told }) => signals(told),
  mda: ({ told }) => mda(told),
  unanswered: ({ told }) => unanswered(told),
  articles: ({ told }) => articles(told),
  useful: ({ told }) => useful(told),
  danger: ({ told }) => danger(told),
  "personal-data": ({ told }) => personalData(told),
};

export interface ReportRequest {
  content: Content;
  filters: Filters;
  /** The last month that can be published by now, as `2026-02`. */
  lastMonth: string;
}

/** The periods that the filters choose. */
export function periodsOf(published: Published, { content, filters, lastMonth }: ReportRequest): Periods {
  const { until, against } = endsOf(filters, lastMonth);
  const upTo = (last: string) =>
    new Selection(published, { content, filters, months: monthsUntil(last, filters.period) });
  const [now, then] = [upTo(until), upTo(against)];
  return { now, then, told: now.told, toldThen: then.told };
}

/**
 * The trends of a period, made of what is published only.
 * @param marked what stands on the time axis; those of the content when absent
 */
export function buildReport(
  periods: Periods,
  leastCount: number,
  marked: readonly TrendNote[] = periods.now.content.trendNotes,
): Report {
  const sections = (Object.keys(SECTIONS) as SectionId[]).map((id) => ({
    id,
    tables: SECTIONS[id].map((table: TableId) => ({
      ...BUILDERS[table](periods),
      months: (table === "use-over-time" ? periods.now : periods.told).months,
    })),
  }));
  const { now, then } = periods;
  const { content, filters, months } = now;
  const notes = notesIn(content, marked, { months, area: filters.region });
  return { filters, months, comparedMonths: then.months, notes, leastCount, sections };
}
