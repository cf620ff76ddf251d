import type { Content } from "../../content/content.ts";
import { type Figure, isLowerBound, knownNumber, TOO_FEW } from "../../trends/figure.ts";
import { figureText } from "../../trends/figure-text.ts";
import { partOver } from "../../trends/periods.ts";
import { COLUMNS, type Column, type FigureKind, type Report, type Table, type TableId } from "../../trends/report.ts";
import { trendText } from "../../trends/trend-text.ts";
import type { Bar, Bars } from "./chart.ts";

interface ChartOf {
  columns: readonly Column[];
  /** Over time, with the notes of staff; else with labels that are long. */
  upright: boolean;
}

/** Which tables have a chart, and which of their columns are in it. */
const CHARTS: Partial<Record<TableId, ChartOf>> = {
  "use-over-time": { columns: ["started-weekly", "questions-weekly"], upright: true },
  stops: { columns: ["left", "stopped"], upright: false },
  unknown: { columns: ["unknown-share"], upright: false },
  advice: { columns: ["advised"], upright: false },
  signals: { columns: ["shown"], upright: false },
  articles: { columns: ["shown"], upright: false },
};

/** The tables that have a chart. */
export const CHARTED = Object.keys(CHARTS) as TableId[];

/** More bars than these are hard to read; the table has them all. */
const MOST_BARS = 6;

/** So many names of notes fit beside each other, also on a phone. */
const MOST_MARKS = 16;

/** What is in the chart of a table; undefined when the table has none, or when all that would be in it is hidden. */
export function barsOf(content: Content, table: Table, { notes }: Pick<Report, "notes">): Bars | undefined {
  const chart = CHARTS[table.id];
  if (!chart) return undefined;
  const indexes = chart.columns.map((column) => table.columns.indexOf(column));
  const known = table.rows.filter(({ figures }) => indexes.some((index) => knownNumber(figures[index]) !== null));
  if (known.length === 0) return undefined;
  const rows = chart.upright ? table.rows : known.slice(0, MOST_BARS);
  const series = chart.columns.map((column, at) => ({
    name: trendText(content, `trends.columns.${column}`),
    values: rows.map((row) => barOf(content, row.figures[indexes[at] ?? 0] ?? TOO_FEW, COLUMNS[column])),
  }));
  return {
    labels: rows.map(({ title, label }) => label ?? title),
    series: series.filter(({ values }) => values.some(({ n }) => n !== null)),
    upright: chart.upright,
    marks: chart.upright ? marksIn(table, notes) : [],
  };
}

/** Above a bar there is no room for "ongeveer": the axis says as much. */
function barOf(content: Content, figure: Figure, kind: FigureKind | "mixed"): Bar {
  const text = kind === "percent" ? `${figure.n}%` : figureText(content, figure, "count");
  return { n: knownNumber(figure), text, orMore: isLowerBound(figure) };
}

/** Each note at its day. A name goes on with those of the notes that are too near it to have their own. */
function marksIn({ rows }: Table, notes: Report["notes"]): Bars["marks"] {
  const marks: { at: number; name: string }[] = [];
  for (const { on, month, number } of notes) {
    const step = rows.findIndex(({ months }) => months?.includes(month));
    if (step < 0) continue;
    const at = step + partOver(rows[step]?.months ?? [], on);
    const named = marks.findLast(({ name }) => name !== "");
    const isNear = named !== undefined && at - named.at < rows.length / MOST_MARKS;
    if (isNear) named.name += `, ${number}`;
    marks.push({ at, name: isNear ? "" : String(number) });
  }
  return marks;
}

/** Whether a bar is absent because its number is too small. */
export function hasGap({ series }: Bars): boolean {
  return series.some(({ values }) => values.some(({ n }) => n === null));
}

/** Whether a bar stands for more than its length. */
export function hasMore({ series }: Bars): boolean {
  return series.some(({ values }) => values.some(({ orMore }) => orMore));
}
