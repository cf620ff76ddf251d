import type { Counter, Metric } from "../../usage/count.ts";
import type { UsagePart } from "../usage-part.ts";

/** The counters of one region in one week. */
export interface UsageDocument {
  /** The week: the id within the region, which is the partition key. */
  id: string;
  region: string;
  /** Metric to value to how often. */
  counts: Record<string, Record<string, number>>;
  /** Instance to the number of the last flush that was taken from it. */
  taken: Record<string, number>;
}

/** The document with this part in it, or undefined when it is in there already. */
export function addPart(document: UsageDocument | undefined, part: UsagePart): UsageDocument | undefined {
  const { region, week, instance, flush } = part;
  const taken = document?.taken[instance];
  if (taken !== undefined && taken >= flush) return undefined;
  const counts = structuredClone(document?.counts ?? {});
  for (const { metric, value, n } of part.counters) {
    const values = counts[metric] ?? {};
    values[value] = (values[value] ?? 0) + n;
    counts[metric] = values;
  }
  return { id: week, region, counts, taken: { ...document?.taken, [instance]: flush } };
}

export function countersOf({ id, region, counts }: Omit<UsageDocument, "taken">): Counter[] {
  return Object.entries(counts).flatMap(([metric, values]) =>
    Object.entries(values).map(([value, n]) => ({ region, week: id, metric: metric as Metric, value, n })),
  );
}
