import type { Content } from "../content/content.ts";
import { ALL, type Filters } from "./filters.ts";
import { regionName } from "./region-name.ts";
import { trendText } from "./trend-text.ts";

/** What a choice of a filter is called. */
export function choiceName(content: Content, filter: keyof Filters, choice: string): string {
  if (filter === "period") return periodName(content, choice);
  if (choice === ALL)
    return trendText(content, filter === "region" ? "trends.filter.all-regions" : "trends.filter.all-walks");
  return filter === "region" ? regionName(content, choice) : (content.flows.get(choice)?.title ?? choice);
}

function periodName(content: Content, months: string): string {
  if (months === "1") return trendText(content, "trends.filter.months-one");
  return trendText(content, "trends.filter.months-more", { aantal: months });
}
