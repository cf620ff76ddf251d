import type { Content } from "../content/content.ts";
import { monthName, monthNameWithoutYear, shortMonthName, shortMonthNameWithoutYear } from "./months.ts";
import { trendText } from "./trend-text.ts";

/** Months from the first to the last as people say it: `mei tot en met oktober 2026`. */
export function periodTitle(content: Content, months: readonly string[]): string {
  const [first = "", last = first] = [months[0], months.at(-1)];
  if (first === last) return monthName(first);
  const van = isSameYear(first, last) ? monthNameWithoutYear(first) : monthName(first);
  return trendText(content, "trends.period", { van, tot: monthName(last) });
}

/** The same for a chart: `mei-okt 26`. */
export function shortPeriodTitle(content: Content, months: readonly string[]): string {
  const [first = "", last = first] = [months[0], months.at(-1)];
  if (first === last) return shortMonthName(first);
  const van = isSameYear(first, last) ? shortMonthNameWithoutYear(first) : shortMonthName(first);
  return trendText(content, "trends.period-short", { van, tot: shortMonthName(last) });
}

function isSameYear(month: string, other: string): boolean {
  return month.slice(0, 4) === other.slice(0, 4);
}
