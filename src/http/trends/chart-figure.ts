import type { VNode } from "preact";
import type { Content } from "../../content/content.ts";
import { COLUMNS, type Table, type TableId } from "../../trends/report.ts";
import { trendText } from "../../trends/trend-text.ts";
import { type Bars, drawBars } from "./chart.ts";
import { html } from "./html.ts";

/** Which tables have a chart, and how many of their columns are in it. */
const CHARTS: Partial<Record<TableId, { columns: number; upright: boolean }>> = {
  "use-by-month": { columns: 2, upright: true },
  stops: { columns: 1, upright: false },
  unknown: { columns: 1, upright: false },
  signals: { columns: 1, upright: false },
  articles: { columns: 1, upright: false },
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
  const columns = table.columns.slice(0, chart.columns);
  const known = table.rows.filter(({ figures }) => figures.slice(0, chart.columns).some(({ n }) => n !== null));
  if (known.length === 0) return undefined;
  const rows = chart.upright ? table.rows : known.slice(0, MOST_BARS);
  return {
    labels: rows.map(({ title, label }) => label ?? title),
    series: columns.map((column, index) => ({
      name: trendText(content, `trends.columns.${column}`),
      values: rows.map(({ figures }) => figures[index]?.n ?? null),
    })),
    upright: chart.upright,
    unit: COLUMNS[columns[0] ?? "shown"] === "percent" ? "%" : "",
  };
}
