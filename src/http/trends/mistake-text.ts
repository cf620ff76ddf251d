import type { Content } from "../../content/content.ts";
import type { FilterMistake } from "../../trends/filters.ts";
import { trendText } from "../../trends/trend-text.ts";

const LONGEST_SHOWN = 40;

/** What is wrong with a filter, for the person who asked. */
export function mistakeText(content: Content, { filter, given }: FilterMistake): string {
  const gegeven = given.length > LONGEST_SHOWN ? `${given.slice(0, LONGEST_SHOWN)}…` : given;
  return trendText(content, `trends.filter.wrong-${filter}`, { gegeven });
}
