import type { VNode } from "preact";
import type { Content } from "../../content/content.ts";
import { COLUMNS, type Column, type Table, type TableId } from "../../trends/report.ts";
import { trendText } from "../../trends/trend-text.ts";
import { type Bars, drawBars } from "./chart.ts";
import { html } from "./html.ts";

/** Which tables have a chart, and which of their columns are in it. */
const CHARTS: Partial<Record<TableId, { columns: readonly Column[]; upright: boolean }>> = {
  "use-over-time": { columns: ["started-weekly", "questions-weekly"], upright: true },
  stops: { columns: ["left", "stopped"], upright: false },
  unknown: { columns: ["unknown-share"], upright: false },
  advice: { columns: ["advised"], upright: false },
  signals: { columns: ["shown"], upright: false },
  articles: { columns: ["shown"], upright: false },
};

/** More bars than these are hard to read; the table has them all. */
const MOST_BARS = 10;

/** Pixels; which of the two is seen depends on the window. */
const WIDE = 640;
const NARROW = 288;

/** The chart above a table; null when the table has none, or when all that would be in it is hidden. */
export function ChartFigure({ content, table }: { content: Content; table: Table }): VNode | null {
  const bars = barsOf(content, table);
  if (!bars) return null;
  const name = trendText(content, "trends.chart", { tabel: trendText(content, `trends.tables.${table.id}`) });
  const hasGap = bars.series.some(({ values }) => values.includes(null));
  return html`<div class="chart" role="img" aria-label=${name}>
      <div class="wide" dangerouslySetInnerHTML=${{ __html: drawBars(bars, WIDE) }} />
      <div class="narrow" dangerouslySetInnerHTML=${{ __html: drawBars(bars, NARROW) }} />
    </div>
    ${hasGap && html`<p class="note">${trendText(content, "trends.no-bar")}</p>`}`;
}

function barsOf(content: Content, table: Table): Bars | undefined {
  const chart = CHARTS[table.id];
  if (!chart) return undefined;
  const indexes = chart.columns.map((column) => table.columns.indexOf(column));
  const known = table.rows.filter(({ figures }) => indexes.some((index) => figures[index]?.n != null));
  if (known.length === 0) return undefined;
  const rows = chart.upright ? table.rows : known.slice(0, MOST_BARS);
  return {
    labels: rows.map(({ title, label }) => label ?? title),
    series: chart.columns.map((column, at) => ({
      name: trendText(content, `trends.columns.${column}`),
      values: rows.map(({ figures }) => figures[indexes[at] ?? 0]?.n ?? null),
    })),
    upright: chart.upright,
    unit: COLUMNS[chart.columns[0] ?? "shown"] === "percent" ? "%" : "",
  };
}
