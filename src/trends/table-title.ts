import type { Content } from "../content/content.ts";
import { periodTitle, shortPeriodTitle } from "./period-title.ts";
import type { Report, Table } from "./report.ts";
import { trendText } from "./trend-text.ts";

/** What a table is called: with its months, when these are not all that were chosen. */
export function tableTitle(content: Content, { id, months, columnMonths }: Table, report: Report): string {
  const tabel = trendText(content, `trends.tables.${id}`);
  if (columnMonths || months.length === report.months.length) return tabel;
  return trendText(content, "trends.table-of", { tabel, periode: periodTitle(content, months) });
}

/** What a column is called: with its months, where each column has its own. */
export function columnTitle(content: Content, { columns, columnMonths }: Table, index: number): string {
  const kolom = trendText(content, `trends.columns.${columns[index] ?? "shown"}`);
  const months = columnMonths?.[index];
  if (months === undefined) return kolom;
  return trendText(content, "trends.column-of", { kolom, periode: shortPeriodTitle(content, months) });
}
