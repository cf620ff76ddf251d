import type { Content } from "../content/content.ts";
import { NO_REGION } from "../usage/count.ts";
import { OTHER_REGIONS } from "./protect-month.ts";
import { trendText } from "./trend-text.ts";

/** What a region is called, also when none was chosen, or when it is all the small ones together. */
export function regionName(content: Content, region: string): string {
  if (region === NO_REGION) return trendText(content, "trends.names.no-region");
  if (region === OTHER_REGIONS) return trendText(content, "trends.names.other-regions");
  return content.regions.get(region)?.title ?? region;
}
