import type { Content } from "../content/content.ts";
import { endsOf, type Filters } from "./filters.ts";
import type { Published } from "./published.ts";
import { type Report, SECTIONS, type SectionId, type Table, type TableId } from "./report.ts";
import { Selection } from "./selection.ts";
import { compared } from "./tables/compared-table.ts";
import { articles, danger, personalData, unanswered, useful } from "./tables/other-tables.ts";
import { advice, mda, signals } from "./tables/signal-tables.ts";
import { useByRegion, useByWalk, useOverTime } from "./tables/use-tables.ts";
import { stops, unknown } from "./tables/walk-tables.ts";

/** The chosen period, and the one that it is compared with. */
export interface Periods {
  now: Selection;
  then: Selection;
}

/** How each table is made of a selection. */
const BUILDERS: Record<TableId, (periods: Periods) => Table> = {
  "use-over-time": ({ now }) => useOverTime(now),
  "use-by-walk": ({ now }) => useByWalk(now),
  "use-by-region": ({ now }) => useByRegion(now),
  compared,
  stops: ({ now }) => stops(now),
  unknown: ({ now }) => unknown(now),
  advice: ({ now }) => advice(now),
  signals: ({ now }) => signals(now),
  mda: ({ now }) => mda(now),
  unanswered: ({ now }) => unanswered(now),
  articles: ({ now }) => articles(now),
  useful: ({ now }) => useful(now),
  danger: ({ now }) => danger(now),
  "personal-data": ({ now }) => personalData(now),
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
  return {
    now: new Selection(published, { content, filters, until }),
    then: new Selection(published, { content, filters, until: against }),
  };
}

/** The trends of a period, made of what is published only. */
export function buildReport(periods: Periods, leastCount: number): Report {
  const sections = (Object.keys(SECTIONS) as SectionId[]).map((id) => ({
    id,
    tables: SECTIONS[id].map((table) => BUILDERS[table](periods)),
  }));
  const { now, then } = periods;
  return { filters: now.filters, months: now.months, comparedMonths: then.months, leastCount, sections };
}
