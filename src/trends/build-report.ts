import type { Content } from "../content/content.ts";
import type { Filters } from "./filters.ts";
import type { PublishedMonth } from "./published-month.ts";
import { type Report, SECTIONS, type SectionId, type Table, type TableId } from "./report.ts";
import { Selection } from "./selection.ts";
import { articles, danger, personalData, unanswered, useful } from "./tables/other-tables.ts";
import { mda, signals } from "./tables/signal-tables.ts";
import { useByMonth, useByRegion, useByWalk } from "./tables/use-tables.ts";
import { stops, unknown } from "./tables/walk-tables.ts";

/** How each table is made of a selection. */
const BUILDERS: Record<TableId, (selection: Selection) => Table> = {
  "use-by-month": useByMonth,
  "use-by-walk": useByWalk,
  "use-by-region": useByRegion,
  stops,
  unknown,
  signals,
  mda,
  articles,
  unanswered,
  useful,
  danger,
  "personal-data": personalData,
};

export interface ReportRequest {
  content: Content;
  filters: Filters;
  /** The last month of the period, as `2026-02`. */
  lastMonth: string;
  /** The least count that is published, for the reader to know. */
  leastCount: number;
}

/** The trends of a period, made of published cells only. */
export function buildReport(published: readonly PublishedMonth[], request: ReportRequest): Report {
  const { content, filters, lastMonth, leastCount } = request;
  const selection = new Selection(published, { content, filters, lastMonth });
  const sections = (Object.keys(SECTIONS) as SectionId[]).map((id) => ({
    id,
    tables: SECTIONS[id].map((table) => BUILDERS[table](selection)),
  }));
  return { filters, months: selection.months, leastCount, sections };
}
