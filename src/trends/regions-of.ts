import type { Content } from "../content/content.ts";
import { NO_REGION } from "../usage/count.ts";
import type { Regions } from "./publisher.ts";

/** The regions that can be chosen, also that none was, and their groups. */
export function regionsOf({ regions }: Content): Regions {
  const grouped = [...regions.values()].flatMap(({ id, group }) => (group ? [[id, group]] : []));
  return { regions: [...regions.keys(), NO_REGION], groups: Object.fromEntries(grouped) };
}
