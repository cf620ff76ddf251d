import type { Metric } from "../usage/count.ts";
import type { Figure } from "./figure.ts";
import { monthsOf, periodOf, SPANS, type Span, spanOf } from "./periods.ts";
import { ALL_REGIONS, areaOf, type Groups, groupArea, LEVELS, type Publication, type Reach } from "./publication.ts";

/** Months in a row, and a region, a group of them (as an area) or all of them. */
export interface Part {
  /** As `2026-02`, from old to new. */
  months: readonly string[];
  area: string;
}

export interface Known {
  /** The regions that can be chosen now. */
  regions: readonly string[];
  groups: Groups;
  /** No count below this is published. */
  least: number;
}

/** Everything that was ever published, and the only thing that reports are made of. */
export class Published {
  readonly #byPeriod: ReadonlyMap<string, Publication>;
  /** All regions and groups that a publication knows of. */
  readonly #regions: ReadonlySet<string>;
  readonly #groups: Groups;

  readonly #least: number;

  constructor(publications: readonly Publication[], { regions, groups, least }: Known) {
    this.#least = least;
    this.#byPeriod = new Map(publications.map((publication) => [publication.period, publication]));
    this.#regions = new Set(regions);
    this.#groups = groups;
  }

  has(period: string): boolean {
    return this.#byPeriod.has(period);
  }

  /** Months of which something was published or could have been, from old to new. */
  get months(): string[] {
    return [...this.#byPeriod.keys()].filter((period) => spanOf(period) === "month").sort();
  }

  /** About how often something happened in a part. */
  figure(metric: Metric, value: string, part: Part): Figure {
    const inPart = new Set(part.months);
    let [n, boxes, atLeast] = [0, 0, false];
    for (const period of periodsTouching(part.months)) {
      for (const [area, number] of this.#boxes(metric, value, period)) {
        if (!this.#touches(area, part.area)) continue;
        if (monthsOf(period).every((month) => inPart.has(month)) && this.#isWithin(area, part.area)) {
          n += number;
          boxes += 1;
        } else atLeast ||= this.#reachesInto(metric, value, { period, area }, part);
      }
    }
    return { n: boxes === 0 ? null : n, boxes, atLeast, missing: this.#missing(metric, value, part) };
  }

  /** Whether a cell is in a box already. */
  isPublished(metric: Metric, value: string, month: string, region: string): boolean {
    return spans().some((span) => this.#isInBox(metric, value, periodOf(month, span), region));
  }

  /** The values of a metric that have a box in these months. */
  values(metric: Metric, months: readonly string[]): Set<string> {
    const publications = periodsTouching(months).flatMap((period) => this.#byPeriod.get(period) ?? []);
    return new Set(publications.flatMap(({ counts }) => Object.keys(counts[metric] ?? {})));
  }

  /** Ids of regions with a box of their own in these months. */
  regionsWithBoxes(months: readonly string[]): Set<string> {
    const publications = periodsTouching(months).flatMap((period) => this.#byPeriod.get(period) ?? []);
    const areas = publications.flatMap(({ counts }) =>
      Object.values(counts).flatMap((values) => Object.values(values).flatMap((boxes) => Object.keys(boxes))),
    );
    const groups = new Set(Object.values(this.#groups).map(groupArea));
    return new Set(areas.filter((area) => area !== ALL_REGIONS && !groups.has(area)));
  }

  #boxes(metric: Metric, value: string, period: string): [string, number][] {
    return Object.entries(this.#byPeriod.get(period)?.counts[metric]?.[value] ?? {});
  }

  #isInBox(metric: Metric, value: string, period: string, region: string): boolean {
    const publication = this.#byPeriod.get(period);
    const boxes = publication?.counts[metric]?.[value];
    if (!boxes) return false;
    return reaches().some((reach) => boxes[areaOf(region, reach, publication.groups)] !== undefined);
  }

  #isWithin(area: string, within: string): boolean {
    return within === ALL_REGIONS || area === within || this.#groupOf(area) === within;
  }

  #touches(area: string, other: string): boolean {
    return this.#isWithin(area, other) || this.#isWithin(other, area);
  }

  #groupOf(region: string): string {
    return areaOf(region, "group", this.#groups);
  }

  #regionsIn(area: string): string[] {
    return [...this.#regions].filter((region) => this.#isWithin(region, area));
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
    const finer = spans().filter((span) => SPANS[span] < SPANS[spanOf(period)]);
    if (finer.some((span) => this.#isInBox(metric, value, periodOf(month, span), region))) return true;
    const boxes = this.#byPeriod.get(period)?.counts[metric]?.[value] ?? {};
    return area !== region && boxes[region] !== undefined;
  }

  /** What can be in no box: each area and period that was looked at, and had too little, can hold almost enough. */
  #missing(metric: Metric, value: string, { months, area }: Part): number {
    const reach = this.#reachOf(area);
    let [missing, left] = [0, [...months]];
    for (const { period, looked } of this.#closedPeriods(months, reach)) {
      const inPeriod = monthsOf(period);
      left = left.filter((month) => !inPeriod.includes(month));
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
      const candidates = LEVELS.toReversed()
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
    if (this.#byPeriod.get(period)?.counts[metric]?.[value]?.[area] !== undefined) return true;
    const regions = this.#regionsIn(area);
    return monthsOf(period).every((month) =>
      regions.every((region) => this.#isInFinerOf(metric, value, month, region, period)),
    );
  }

  #isInFinerOf(metric: Metric, value: string, month: string, region: string, period: string): boolean {
    const upTo = spans().filter((span) => SPANS[span] <= SPANS[spanOf(period)]);
    return upTo.some((span) => this.#isInBox(metric, value, periodOf(month, span), region));
  }

  #reachOf(area: string): Reach {
    if (area === ALL_REGIONS) return "all";
    return Object.keys(this.#groups).some((region) => this.#groupOf(region) === area) ? "group" : "region";
  }
}

function periodsTouching(months: readonly string[]): string[] {
  return [...new Set(months.flatMap((month) => spans().map((span) => periodOf(month, span))))];
}

function spans(): Span[] {
  return Object.keys(SPANS) as Span[];
}

function reaches(): Reach[] {
  return ["region", "group", "all"];
}
