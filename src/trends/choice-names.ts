import type { Content } from "../content/content.ts";
import { ALL, BEFORE, type Filters, LATEST, SAME } from "./filters.ts";
import { monthName } from "./months.ts";
import { periodTitle } from "./period-title.ts";
import { regionName } from "./region-name.ts";
import { type Report, TABLES, type Table } from "./report.ts";
import { trendText } from "./trend-text.ts";

/** What a choice of a filter is called. */
export function choiceName(content: Content, filter: keyof Filters, choice: string): string {
  if (filter === "period") return periodName(content, choice);
  if (choice === SAME) return trendText(content, "trends.filter.same");
  if (filter === "length") return lengthName(content, choice);
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

function lengthName(content: Content, months: string): string {
  if (months === "1") return trendText(content, "trends.filter.long-one");
  return trendText(content, "trends.filter.long-more", { aantal: months });
}

/** What was chosen, for a reader who does not see the filters: the period, the region and the walk; of one table, if given. */
export function choiceNames(content: Content, { months, filters }: Report, table?: Table): [string, string, string] {
  const { region = ALL, walk = ALL } = filters;
  const isOfAll = table !== undefined && !TABLES[table.id].byWalk;
  return [
    periodTitle(content, table?.months ?? months),
    choiceName(content, "region", region),
    choiceName(content, "walk", isOfAll ? ALL : walk),
  ];
}
