import type { Content } from "../content/content.ts";
import { ALL, BEFORE, type Filters, LATEST } from "./filters.ts";
import { monthName } from "./months.ts";
import { regionName } from "./region-name.ts";
import { trendText } from "./trend-text.ts";

/** What a choice of a filter is called. */
export function choiceName(content: Content, filter: keyof Filters, choice: string): string {
  if (filter === "period") return periodName(content, choice);
  if (choice === LATEST) return trendText(content, "trends.filter.latest");
  if (choice === BEFORE) return trendText(content, "trends.filter.before");
  if (filter === "until" || filter === "against") return monthName(choice);
  if (choice === ALL)
    return trendText(content, filter === "region" ? "trends.filter.all-regions" : "trends.filter.all-walks");
  return filter === "region" ? regionName(content, choice) : (content.flows.get(choice)?.title ?? choice);
}

function periodName(content: Content, months: string): string {
  if (months === "1") return trendText(content, "trends.filter.months-one");
  return trendText(content, "trends.filter.months-more", { aantal: months });
}
