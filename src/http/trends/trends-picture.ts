import { choiceNames } from "../../trends/choice-names.ts";
import { noteText } from "../../trends/notes.ts";
import type { TableId } from "../../trends/report.ts";
import { trendText } from "../../trends/trend-text.ts";
import type { TrendsAnswer } from "./answer.ts";
import { drawPicture } from "./chart.ts";
import { barsOf, hasGap, hasMore } from "./chart-bars.ts";

/** In an address: the id of the table whose chart is asked for. */
export const CHART_NAME = "grafiek";

/**
 * The chart of a table as an SVG file, with the period, the region and the walk in it, and what must be known of the
 * numbers; undefined when all that would be in it is hidden.
 */
export function renderTrendsPicture({ content, report, labels }: TrendsAnswer, id: TableId): string | undefined {
  const table = report.sections.flatMap(({ tables }) => tables).find((one) => one.id === id);
  const bars = table && barsOf(content, table, report);
  if (!bars) return undefined;
  const notes = bars.marks.length > 0 ? report.notes : [];
  const lines = [
    choiceNames(content, report, table).join(". "),
    ...labels.map((label) => trendText(content, label)),
    ...notes.map((note) => `${note.number}. ${noteText(content, note)}`),
    trendText(content, "trends.picture.about", { minimum: String(report.leastCount) }),
    ...(hasMore(bars) ? [trendText(content, "trends.more-bar")] : []),
    ...(hasGap(bars) ? [trendText(content, "trends.no-bar")] : []),
  ];
  return drawPicture(bars, { title: trendText(content, `trends.tables.${id}`), lines });
}
