import type { Content } from "../content/content.ts";
import { describeChanges } from "../trends/changes.ts";
import { choiceName } from "../trends/choice-name.ts";
import { TOO_FEW } from "../trends/figure.ts";
import { figureText } from "../trends/figure-text.ts";
import { ALL, choicesOf } from "../trends/filters.ts";
import type { TrendsReading } from "../trends/read-trends.ts";
import { Selection } from "../trends/selection.ts";
import { useByMonth } from "../trends/tables/use-tables.ts";
import { trendText } from "../trends/trend-text.ts";
import type { TrendsView } from "./view.ts";

/**
 * The trends card: what changed, and the walks of each month.
 * @param url address of the page with everything; empty when it has none
 */
export function trendsView(content: Content, reading: TrendsReading, url: string): TrendsView {
  const { published, filters, lastMonth, leastCount, labels } = reading;
  const selection = new Selection(published, { content, filters, lastMonth });
  const months = useByMonth(selection).rows.map(({ title, label = title, figures: [started = TOO_FEW] }) => ({
    title,
    label,
    started,
  }));
  return {
    card: "trends",
    changes: describeChanges(published, { content, filters, lastMonth }),
    bars: months.flatMap(({ label, started: { n } }) => (n === null ? [] : [{ x: label, y: n }])),
    months: months.map(({ title, started }) => ({ title, started: figureText(content, started, "count") })),
    period: String(filters.period),
    periods: choices(content, "period"),
    region: filters.region ?? ALL,
    regions: choices(content, "region"),
    rounding: trendText(content, "trends.rounding", { minimum: String(leastCount) }),
    labels: labels.map((label) => trendText(content, label)),
    url,
  };
}

function choices(content: Content, filter: "period" | "region"): TrendsView["regions"] {
  return choicesOf(content)[filter].map((value) => ({ title: choiceName(content, filter, value), value }));
}
