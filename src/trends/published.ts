import type { Metric } from "../usage/count.ts";
import type { Figure } from "./figure.ts";
import { monthsOf, periodOf, periodsWith, SPANS, type Span, spanOf } from "./periods.ts";
import {
  ALL_REGIONS,
  areaOf,
  type Groups,
  groupArea,
  PUBLISHED_LEVELS,
  type Publication,
  type Reach,
} from "./publication.ts";

/** Months in a row, and a region, a group of them (as an area) or all of them. */
export interface Part {
  /** As `2026-02`, from old to new. */
  months: readonly string[];
  area: string;
}

export interface KnownRegions {
  /** The regions that can be chosen now. */
  regions: readonly string[];
  groups: Groups;
  /** No count below this is published. */
  least: number;
}

/** Everything that was ever published, and the only thing that reports are made of. */
export class Published {
  readonly #byPeriod: ReadonlyMap<string, Publication>;
  readonly #regions: readonly string[];
  /** Region to the area of its group, of the regions that have one. */
  readonly #groupAreas: ReadonlyMap<string, string>;

  readonly #least: number;
  /** Months of which something was published or could have been, from old to new. */
  readonly months: readonly string[];

  constructor(publications: readonly Publication[], { regions, groups, least }: KnownRegions) {
    this.#least = least;
    this.#byPeriod = new Map(publications.map((publication) => [publication.period, publication]));
    this.months = [...this.#byPeriod.keys()].filter((period) => spanOf(period) === "month").sort();
    this.#regions = regions;
    this.#groupAreas = new Map(Object.entries(groups).map(([region, group]) => [region, groupArea(group)]));
  }

  has(period: string): boolean {
    return this.#byPeriod.has(period);
  }

  /** About how often something happened in a part. */
  figure(metric: Metric, value: string, part: Part): Figure {
    let [n, boxes, atLeast] = [0, 0, false];
    for (const period of periodsTouching(part.months)) {
      const found = this.#boxes(metric, value, period);
      if (found === undefined) continue;
      const isInPart = monthsOf(period).every((month) => part.months.includes(month));
      for (const area in found) {
        if (!this.#touches(area, part.area)) continue;
        if (isInPart && this.#isWithin(area, part.area)) {
          n += found[area] ?? 0;
          boxes += 1;
        } else atLeast ||= this.#reachesInto(metric, value, { period, area }, part);
      }
    }
    return { n: boxes === 0 ? null : n, boxes, atLeast, missing: this.#missing(metric, value, part) };
  }

  /** Whether a cell is in a box already. */
  isPublished(metric: Metric, value: string, month: string, region: string): boolean {
    return SPANS_FROM_SHORT.some((span) => this.#isInBox(metric, value, periodOf(month, span), region));
  }

  /** The values of a metric that have a box in these months. */
  values(metric: Metric, months: readonly string[]): Set<string> {
    const publications = periodsTouching(months).flatMap((period) => this.#byPeriod.get(period) ?? []);
    return new Set(publications.flatMap(({ counts }) => Object.keys(counts[metric] ?? {})));
  }

  /** Ids of regions with a box of their own in these months. */
  regionsWithBoxes(months: readonly string[]): Set<string> {
    const areas = new Set<string>();
    for (const period of periodsTouching(months)) {
      for (const values of Object.values(this.#byPeriod.get(period)?.counts ?? {})) {
        for (const boxes of Object.values(values)) for (const area in boxes) areas.add(area);
      }
    }
    for (const area of [ALL_REGIONS, ...this.#groupAreas.values()]) areas.delete(area);
    return areas;
  }

  /** Area to number. */
  #boxes(metric: Metric, value: string, period: string): Readonly<Record<string, number>> | undefined {
    return this.#byPeriod.get(period)?.counts[metric]?.[value];
  }

  #isInBox(metric: Metric, value: string, period: string, region: string): boolean {
    const publication = this.#byPeriod.get(period);
    const boxes = publication?.counts[metric]?.[value];
    if (!boxes) return false;
    return REACHES.some((reach) => boxes[areaOf(region, reach, publication.groups)] !== undefined);
  }

  #isWithin(area: string, within: string): boolean {
    return within === ALL_REGIONS || area === within || this.#groupOf(area) === within;
  }

  #touches(area: string, other: string): boolean {
    return this.#isWithin(area, other) || this.#isWithin(other, area);
  }

  #groupOf(region: string): string {
    return this.#groupAreas.get(region) ?? region;
  }

  #regionsIn(area: string): readonly string[] {
    if (area === ALL_REGIONS) return this.#regions;
    return this.#regions.filter((region) => this.#isWithin(region, area));
  }

  /** Whether a box that is not within a part holds anything of it that no finer box holds. */
  #reachesInto(metric: Metric, value: string, box: { period: string; area: string }, part: Part): boolean {
    const months = monthsOf(box.period).filter((month) => part.months.includes(month));
    const regions = this.#regionsIn(part.area).filter((region) => this.#isWithin(region, box.area));
    return months.some((month) => regions.some((region) => !this.#isInFiner(metric, value, month, region, box)));
  }

  #isInFiner(
    metric: Metric,
    value: string,
    month: string,
    region: string,
    { period, area }: { period: string; area: string },
  ): boolean {
    const finer = SPANS_FROM_SHORT.filter((span) => SPANS[span] < SPANS[spanOf(period)]);
    if (finer.some((span) => this.#isInBox(metric, value, periodOf(month, span), region))) return true;
    return area !== region && this.#boxes(metric, value, period)?.[region] !== undefined;
  }

  /** What can be in no box: each area and period that was looked at, and had too little, can hold almost enough. */
  #missing(metric: Metric, value: string, { months, area }: Part): number {
    const reach = this.#reachOf(area);
    const [first = ""] = this.months;
    let missing = 0;
    for (const { period, looked } of this.#closedPeriods(months, reach)) {
      // Before the first month there was no use.
      if ((monthsOf(period).at(-1) ?? "") < first) continue;
      const areas = looked === reach ? [area] : this.#regionsIn(area);
      for (const each of areas) if (!this.#isWhole(metric, value, period, each)) missing += this.#least;
    }
    return missing;
  }

  /** The longest periods in which these months can be laid, with how far boxes of the part reached in them. */
  #closedPeriods(months: readonly string[], reach: Reach): { period: string; looked: Reach }[] {
    const found: { period: string; looked: Reach }[] = [];
    for (let at = 0; at < months.length; ) {
      const month = months[at] ?? "";
      const candidates = PUBLISHED_LEVELS.toReversed()
        .filter((level) => level.reach === reach || level.reach === "region")
        .map((level) => ({ period: periodOf(month, level.span), looked: level.reach }));
      const fits = ({ period }: { period: string }) =>
        this.has(period) && monthsOf(period).every((each, index) => months[at + index] === each);
      const period = candidates.find(fits) ?? { period: month, looked: "region" as const };
      found.push(period);
      at += monthsOf(period.period).length;
    }
    return found;
  }

  /** Whether all of an area and period is in boxes. */
  #isWhole(metric: Metric, value: string, period: string, area: string): boolean {
    if (this.#boxes(metric, value, period)?.[area] !== undefined) return true;
    const regions = this.#regionsIn(area);
    return monthsOf(period).every((month) =>
      regions.every((region) => this.#isInFinerOf(metric, value, month, region, period)),
    );
  }

  #isInFinerOf(metric: Metric, value: string, month: string, region: string, period: string): boolean {
    const upTo = SPANS_FROM_SHORT.filter((span) => SPANS[span] <= SPANS[spanOf(period)]);
    return upTo.some((span) => this.#isInBox(metric, value, periodOf(month, span), region));
  }

  #reachOf(area: string): Reach {
    if (area === ALL_REGIONS) return "all";
    return [...this.#groupAreas.values()].includes(area) ? "group" : "region";
  }
}

/** Of all figures of a report the months are the same list. */
function periodsTouching(months: readonly string[]): readonly string[] {
  const known = TOUCHING.get(months);
  if (known !== undefined) return known;
  const periods = [...new Set(months.flatMap((month) => Object.values(periodsWith(month))))];
  TOUCHING.set(months, periods);
  return periods;
}

const TOUCHING = new WeakMap<readonly string[], readonly string[]>();
const SPANS_FROM_SHORT = Object.keys(SPANS) as Span[];
const REACHES: readonly Reach[] = ["region", "group", "all"];
