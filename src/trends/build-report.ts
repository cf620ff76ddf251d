import type { Content } from "../content/content.ts";
import type { TrendNote } from "../content/schema/trend-note.ts";
import { type Filters, monthsChosen } from "./filters.ts";
import { monthBefore } from "./months.ts";
import { compareAround, notesIn } from "./notes.ts";
import type { Published } from "./published.ts";
import {
  type MadeTable,
  type Report,
  type ReportedNote,
  SECTION_IDS,
  SECTIONS,
  type Section,
  type SectionId,
  type TableId,
} from "./report.ts";
import { Selection } from "./selection.ts";
import { comparedShares, comparedTable } from "./tables/compared-table.ts";
import { articles, danger, helped, missed, personalData, unanswered, useful } from "./tables/other-tables.ts";
import { advice, mda, signals } from "./tables/signal-tables.ts";
import { useByRegion, useByWalk, useOverTime } from "./tables/use-tables.ts";
import { stops, unknownAnswers } from "./tables/walk-tables.ts";

/** The chosen period, and what of it is told and compared. */
export interface Periods {
  now: Selection;
  /** What of the chosen one can be ranked and shared: see {@link Selection.told}. */
  told: Selection;
  /** What is compared: what can be told of both; or the halves of the chosen one, when it is compared with nothing. */
  compared: { now: Selection; then: Selection };
  lastMonth: string;
}

/** How each table is made of a selection. */
const BUILDERS: Record<TableId, (periods: Periods) => MadeTable> = {
  "use-over-time": ({ now }) => useOverTime(now),
  "use-by-walk": ({ told }) => useByWalk(told),
  "use-by-region": ({ told }) => useByRegion(told),
  compared: ({ compared: { now, then } }) => comparedTable(now, then),
  "compared-unknown": ({ compared }) => comparedShares("compared-unknown", unknownAnswers, "unknown-share", compared),
  "compared-stops": ({ compared }) => comparedShares("compared-stops", stops, "of-started", compared),
  stops: ({ told }) => stops(told),
  unknown: ({ told }) => unknownAnswers(told),
  advice: ({ told }) => advice(told),
  signals: ({ told }) => signals(told),
  mda: ({ told }) => mda(told),
  unanswered: ({ told }) => unanswered(told),
  missed: ({ told }) => missed(told),
  articles: ({ told }) => articles(told),
  helped: ({ told }) => helped(told),
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
  const months = monthsChosen(filters, lastMonth);
  const [now, then] = [months.now, months.then].map(
    (chosen) => new Selection(published, { content, filters, months: chosen }),
  ) as [Selection, Selection];
  const { told } = now;
  const isBeforeUse = filters.against === undefined && then.isBeforeUse;
  const compared = (isBeforeUse && told.halves) || { now: told, then: then.told };
  return { now, told, compared, lastMonth };
}

/** The trends of a period, made of what is published only. */
export function buildReport(periods: Periods, leastCount: number, marked?: readonly TrendNote[]): Report {
  const sections = SECTION_IDS.map((id) => buildSection(periods, id));
  return { ...describePeriods(periods, marked), leastCount, sections };
}

/** One of the questions that a report answers: of two years in many regions all together are too much for one turn. */
export function buildSection(periods: Periods, id: SectionId): Section {
  const tables = SECTIONS[id].map((table: TableId) => ({
    ...BUILDERS[table](periods),
    months: (table === "use-over-time" ? periods.now : periods.told).months,
  }));
  return { id, tables };
}

/**
 * What a report is about.
 * @param marked what stands on the time axis; those of the content when absent
 */
export function describePeriods(
  periods: Periods,
  marked: readonly TrendNote[] = periods.now.content.trendNotes,
): Omit<Report, "sections" | "leastCount"> {
  const { now, told, compared } = periods;
  const { content, filters, months } = now;
  const reported = (inMonths: readonly string[]): ReportedNote[] =>
    notesIn(content, marked, { months: inMonths, area: filters.region }).map((note) => ({
      ...note,
      around: compareAround(note, periods),
    }));
  const between = stretchOf([...compared.then.months, ...compared.now.months].sort());
  return {
    filters,
    months,
    toldMonths: told.months,
    comparedMonths: compared.then.months,
    notes: reported(months),
    comparedNotes: reported(between),
  };
}

/** All months from the first of these to the last. */
function stretchOf(sorted: readonly string[]): string[] {
  const [first = "", last = first] = [sorted[0], sorted.at(-1)];
  const stretch = [last];
  while ((stretch[0] ?? "") > first) stretch.unshift(monthBefore(stretch[0] ?? first, 1));
  return stretch;
}
