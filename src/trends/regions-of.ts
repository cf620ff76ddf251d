import type { Content } from "../content/content.ts";
import { NO_REGION } from "../usage/count.ts";
import type { Regions } from "./publisher.ts";

/** The regions that can be chosen, also that none was, and their groups. */
export function regionsOf(content: Content): Regions {
  const known = KNOWN.get(content);
  if (known !== undefined) return known;
  const { regions } = content;
  const grouped = [...regions.values()].flatMap(({ id, group }) => (group ? [[id, group]] : []));
  const found = { regions: [...regions.keys(), NO_REGION], groups: Object.fromEntries(grouped) };
  KNOWN.set(content, found);
  return found;
}

/** Of one content always the same object: by it a reading is known again. */
const KNOWN = new WeakMap<Content, Regions>();
