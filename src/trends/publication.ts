import type { Metric } from "../usage/count.ts";
import type { Span } from "./periods.ts";

/** How far a box reaches over the regions. */
export type Reach = "region" | "group" | "all";

/** All regions together, as an area. */
export const ALL_REGIONS = "alle";

/**
 * The boxes that a count may be published in, from fine to coarse: in the first one in which enough comes together. See
 * `docs/adr/0020-trends-are-one-partition-of-noisy-boxes.md` for how this order was chosen.
 */
export const PUBLISHED_LEVELS: readonly { span: Span; reach: Reach }[] = [
  { span: "month", reach: "region" },
  { span: "quarter", reach: "region" },
  { span: "half", reach: "region" },
  { span: "half", reach: "group" },
  { span: "half", reach: "all" },
  { span: "year", reach: "all" },
];

/** The area of this reach that a region lies in: a region without a group is its own. */
export function areaOf(region: string, reach: Reach, groups: Groups): string {
  if (reach === "all") return ALL_REGIONS;
  const group = reach === "group" ? groups[region] : undefined;
  return group === undefined ? region : groupArea(group);
}

export function groupArea(group: string): string {
  return `groep-${group}`;
}

/** Region to its group, of the regions that have one. */
export type Groups = Readonly<Record<string, string>>;

/** What is published of a period, once: nothing in it ever changes. */
export interface Publication {
  /** `2026-02`, `2026-Q1`, `2026-H1` or `2026`. */
  period: string;
  /** The groups of that moment. */
  groups: Groups;
  /**
   * Metric to value to area to about how often, a multiple of five. A box holds all of its period and area that is in no
   * finer box of the same count.
   */
  counts: { [metric in Metric]?: Record<string, Record<string, number>> };
}
