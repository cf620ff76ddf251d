import type { Content } from "../content/content.ts";
import { monthName, shortMonthName } from "./months.ts";
import { trendText } from "./trend-text.ts";

/** Months from the first to the last as people say it: `mei 2026 tot en met oktober 2026`. */
export function periodTitle(content: Content, months: readonly string[]): string {
  const [first = "", last = first] = [months[0], months.at(-1)];
  if (first === last) return monthName(first);
  return trendText(content, "trends.period", { van: monthName(first), tot: monthName(last) });
}

/** The same for a chart: `mei - okt 26`. */
export function shortPeriodTitle(content: Content, months: readonly string[]): string {
  const [first = "", last = first] = [months[0], months.at(-1)];
  if (first === last) return shortMonthName(first);
  return trendText(content, "trends.period-short", { van: shortMonthName(first), tot: shortMonthName(last) });
}
