import type { Content } from "../content/content.ts";
import { dayName, monthName } from "./months.ts";
import type { TrendsReading } from "./read-trends.ts";
import { trendText } from "./trend-text.ts";

/** Since when there are data, when they were published and when the next ones come; or when something will be seen. */
export function statusText(
  content: Content,
  { firstMonth, published, updated, next }: Pick<TrendsReading, "firstMonth" | "published" | "updated" | "next">,
): string {
  if (firstMonth === undefined) return trendText(content, "trends.no-use-yet");
  const names = { begin: monthName(firstMonth), bijgewerkt: dayName(updated), volgende: dayName(next) };
  return trendText(content, published.months.length === 0 ? "trends.nothing-yet" : "trends.since", names);
}
