import type { Content } from "../content/content.ts";
import { NO_REGION } from "../usage/count.ts";
import { groupArea } from "./publication.ts";
import { trendText } from "./trend-text.ts";

/** What a region is called, also when none was chosen, or when it is a group of them. */
export function regionName(content: Content, region: string): string {
  if (region === NO_REGION) return trendText(content, "trends.names.no-region");
  const group = [...content.regions.values()].find((one) => one.group && groupArea(one.group) === region)?.group;
  if (group !== undefined) return trendText(content, "trends.names.group", { groep: groupName(content, group) });
  return content.regions.get(region)?.title ?? region;
}

function groupName({ regions }: Content, group: string): string {
  return [...regions.values()].flatMap((region) => (region.group === group ? [region.title] : [])).join(", ");
}
