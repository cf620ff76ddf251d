import type { Content } from "../../content/content.ts";
import { NO_REGION } from "../count.ts";
import { ALL, type Filters } from "./filters.ts";
import { trendText } from "./trend-text.ts";

/** What a choice of a filter is called. */
export function choiceName(content: Content, filter: keyof Filters, choice: string): string {
  if (filter === "period") return periodName(content, choice);
  if (choice === ALL)
    return trendText(content, filter === "region" ? "trends.filter.all-regions" : "trends.filter.all-walks");
  if (choice === NO_REGION) return trendText(content, "trends.names.no-region");
  const named = filter === "region" ? content.regions : content.flows;
  return named.get(choice)?.title ?? choice;
}

function periodName(content: Content, months: string): string {
  if (months === "1") return trendText(content, "trends.filter.months-one");
  return trendText(content, "trends.filter.months-more", { aantal: months });
}
