import type { Content } from "../../content/content.ts";
import { periodsOf } from "../../trends/build-report.ts";
import { describeChanges } from "../../trends/changes.ts";
import { choiceName } from "../../trends/choice-names.ts";
import { type Figure, isLowerBound, TOO_FEW } from "../../trends/figure.ts";
import { figureText } from "../../trends/figure-text.ts";
import { ALL, choicesOf, type Filters } from "../../trends/filters.ts";
import type { TrendsReading } from "../../trends/read-trends.ts";
import { statusText } from "../../trends/status-text.ts";
import { useOverTime } from "../../trends/tables/use-tables.ts";
import { trendText } from "../../trends/trend-text.ts";
import type { TrendsView } from "./view.ts";

/**
 * The trends card: what changed, and the walks of each month; only when there will be something, as long as there is nothing.
 * @param url address of the page with everything; empty when it has none
 */
export function trendsView(
  content: Content,
  filters: Filters,
  reading: TrendsReading,
  { url, monthly }: Pick<TrendsView, "url" | "monthly">,
): TrendsView {
  const { published, lastMonth, leastCount, labels } = reading;
  const periods = periodsOf(published, { content, filters, lastMonth });
  const steps = useOverTime(periods.now).rows.map(({ title, label = title, figures: [started = TOO_FEW] }) => ({
    title,
    label,
    started,
  }));
  const isEmpty = steps.every(({ started }) => started.n === null);
  return {
    card: "trends",
    changes: [statusText(content, reading), ...(isEmpty ? [] : describeChanges(periods))],
    bars: isEmpty ? [] : steps.map((step) => barOf(content, step)),
    months: steps.map(({ title, started }) => ({ title, started: figureText(content, started, "weekly") })),
    period: String(filters.period),
    periods: choices(content, "period"),
    region: filters.region ?? ALL,
    regions: choices(content, "region"),
    rounding: trendText(content, "trends.picture.about", { minimum: String(leastCount) }),
    labels: labels.map((label) => trendText(content, label)),
    monthly,
    url,
  };
}

/** A bar chart on a card has no gaps: a step that is hidden, or of which more is, says so before its name, of which a narrow card cuts off the end. */
function barOf(content: Content, { label, started }: { label: string; started: Figure }): { x: string; y: number } {
  const { n } = started;
  const orMore = isLowerBound(started) ? trendText(content, "trends.bar.more") : "";
  const mark = n === null ? trendText(content, "trends.bar.few") : orMore;
  return { x: `${mark}${label}`, y: n ?? 0 };
}

function choices(content: Content, filter: "period" | "region"): TrendsView["regions"] {
  return choicesOf(content)[filter].map((value) => ({ title: choiceName(content, filter, value), value }));
}
