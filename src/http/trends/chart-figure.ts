import type { VNode } from "preact";
import type { Content } from "../../content/content.ts";
import { toQuery } from "../../trends/filters.ts";
import { type Around, noteText } from "../../trends/notes.ts";
import type { ReportedNote, Table } from "../../trends/report.ts";
import { tableTitle } from "../../trends/table-title.ts";
import { trendText } from "../../trends/trend-text.ts";
import type { TrendsAnswer } from "./answer.ts";
import { type Bars, drawBars } from "./chart.ts";
import { barsOf, hasGap, hasMore } from "./chart-bars.ts";
import { html } from "./html.ts";
import type { Theme } from "./theme.ts";
import { THEME_NAME } from "./theme.ts";
import { CHART_NAME } from "./trends-picture.ts";

/** Pixels; which of the two is seen depends on the window. */
const WIDE = 640;
const NARROW = 288;

interface ChartProps {
  answer: TrendsAnswer;
  table: Table;
  theme: Theme | undefined;
}

/** The chart of a table, with its notes. */
export function ChartFigure({ answer, table, bars, theme }: ChartProps & { bars: Bars }): VNode {
  const { content, report } = answer;
  const title = trendText(content, `trends.tables.${table.id}`);
  const name = trendText(content, "trends.chart", { tabel: title });
  const [wide, narrow] = drawings(table, bars);
  return html`<h3>${tableTitle(content, table, report)}</h3>
    <div class="chart" role="img" aria-label=${name}>
      <div class="wide" dangerouslySetInnerHTML=${{ __html: wide }} />
      <div class="narrow" dangerouslySetInnerHTML=${{ __html: narrow }} />
    </div>
    ${bars.marks.length > 0 && html`<${Notes} answer=${answer} theme=${theme} />`}
    ${hasMore(bars) && html`<p class="note">${trendText(content, "trends.more-bar")}</p>`}
    ${hasGap(bars) && html`<p class="note">${trendText(content, "trends.no-bar")}</p>`}`;
}

/** Draws the chart of a table for later, if it has one: all charts of a page together are too much for one turn. */
export function drawAhead({ content, report }: TrendsAnswer, table: Table): void {
  const bars = barsOf(content, table, report);
  if (bars) drawings(table, bars);
}

/** Readers who ask the same share a report, and so its drawings. */
function drawings(table: Table, bars: Bars): readonly [wide: string, narrow: string] {
  const known = DRAWN.get(table);
  if (known !== undefined) return known;
  const drawn = [drawBars(bars, WIDE), drawBars(bars, NARROW)] as const;
  DRAWN.set(table, drawn);
  return drawn;
}

const DRAWN = new WeakMap<Table, readonly [string, string]>();

/** What the numbers above the chart stand for. */
function Notes({ answer, theme }: Omit<ChartProps, "table">): VNode {
  const items = answer.report.notes.map(
    (note) => html`<li value=${note.number}><${Note} content=${answer.content} note=${note} theme=${theme} /></li>`,
  );
  return html`<ol class="notes">${items}</ol>`;
}

/** A note, with a way to compare what was before it with what came after. */
export function Note({ content, note, theme }: Omit<CompareProps, "around"> & { note: ReportedNote }): VNode {
  return html`${noteText(content, note)}${" "}
    <${Compare} content=${content} around=${note.around} theme=${theme} />`;
}

interface CompareProps {
  content: Content;
  around: Around | undefined;
  theme: Theme | undefined;
}

function Compare({ content, around, theme }: CompareProps): VNode {
  if (!around) return html`<span class="note">${trendText(content, "trends.compare-note.not-yet")}</span>`;
  const query = toQuery(around.filters);
  if (theme) query.set(THEME_NAME, theme);
  const text = trendText(content, `trends.compare-note.${around.span}`);
  return html`<a class="page" href=${`/trends?${query}#compared`}>${text}</a>`;
}

/** The chart of a table as a file. */
export function Pictures({ answer, table }: Omit<ChartProps, "theme">): VNode {
  const { content, report } = answer;
  const title = trendText(content, `trends.tables.${table.id}`);
  const query = toQuery(report.filters);
  query.set(CHART_NAME, table.id);
  const href = `/trends.svg?${query}`;
  const named = (kind: "svg" | "png") => trendText(content, `trends.picture.${kind}`, { tabel: title });
  return html`<p class="download">
    <a href=${href} download aria-label=${named("svg")}>${trendText(content, "trends.picture.as-svg")}</a>
    ${" "}<a href=${href} download class="png" aria-label=${named("png")}>${trendText(content, "trends.picture.as-png")}</a>
  </p>`;
}
