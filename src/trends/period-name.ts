import type { Content } from "../content/content.ts";
import { monthName } from "./months.ts";
import { trendText } from "./trend-text.ts";

/** Months from the first to the last as people say it: `mei 2026 tot en met oktober 2026`. */
export function periodName(content: Content, months: readonly string[]): string {
  const [first = "", last = first] = [months[0], months.at(-1)];
  if (first === last) return monthName(first);
  return trendText(content, "trends.period", { van: monthName(first), tot: monthName(last) });
}
