import type { Counter, Metric } from "../usage/count.ts";

/** Whoever knows a region well could recognise one use below this number; it is never set lower. */
const LOWEST_MINIMUM = 5;

/** Published numbers are multiples of this. */
const ROUND_TO = 5;

/** The region in which the numbers are added that are too small to show by themselves. */
export const OTHER_REGIONS = "overige";

/**
 * Counted, but never published: a link is offered with a signal or an article, so that its number is the sum of
 * theirs, and would give away the one of them that is hidden.
 */
const SUMS_OF_OTHERS: ReadonlySet<Metric> = new Set(["link-offered"]);

/** Things that a worker begins. A region with too few of these in a month is not shown apart. */
const USE: ReadonlySet<Metric> = new Set(["walk-started", "article-shown", "question-unanswered"]);

export interface ProtectionRules {
  /** Least count that is published. Raised to a multiple of {@link ROUND_TO}, and to {@link LOWEST_MINIMUM}. */
  minimum: number;
  /** All regions that can be chosen, whether they were used or not. */
  regions: readonly string[];
}

/** A number that may be seen by anyone. */
export interface Cell {
  /** Id of a region, or {@link OTHER_REGIONS}. */
  region: string;
  metric: Metric;
  value: string;
  /** A multiple of {@link ROUND_TO}, and not below the minimum. */
  n: number;
}

export interface ProtectedMonth {
  cells: Cell[];
  /** The regions that the month is divided in, without {@link OTHER_REGIONS}. */
  regions: string[];
}

interface CountByRegion {
  metric: Metric;
  value: string;
  byRegion: Map<string, number>;
}

/**
 * Divides the counters of one month in cells of region, metric and value, and keeps what may be seen of them. All
 * that is published is made of these cells, so that comparing pages, files or filters gives nothing but these cells.
 * Absent are a cell below the minimum and one of zero, without difference. See `docs/anonymity.md`.
 */
export function protectMonth(counters: readonly Counter[], rules: ProtectionRules): ProtectedMonth {
  const least = leastCount(rules.minimum);
  const busy = busyRegions(counters, least);
  const counts = addUp(counters);
  const own = counts.map((count) => ownCells(count, busy, least));
  const regions = [...new Set([...rules.regions, ...own.flat().map(({ region }) => region)])];
  const others = counts.flatMap((count, index) => {
    const apart = new Set(own[index]?.map(({ region }) => region));
    return otherCell(count, apart, regions.length - apart.size, least);
  });
  return { cells: [...own.flat(), ...others], regions };
}

/** The least count that is published: a multiple of {@link ROUND_TO}, so that rounding never goes below it. */
export function leastCount(minimum: number): number {
  return Math.ceil(Math.max(minimum, LOWEST_MINIMUM) / ROUND_TO) * ROUND_TO;
}

function addUp(counters: readonly Counter[]): CountByRegion[] {
  const counts = new Map<string, Map<string, CountByRegion>>();
  for (const { region, metric, value, n } of counters) {
    if (SUMS_OF_OTHERS.has(metric)) continue;
    const byValue = counts.get(metric) ?? new Map<string, CountByRegion>();
    const count = byValue.get(value) ?? { metric, value, byRegion: new Map() };
    count.byRegion.set(region, (count.byRegion.get(region) ?? 0) + n);
    counts.set(metric, byValue.set(value, count));
  }
  return [...counts.values()].flatMap((byValue) => [...byValue.values()]);
}

function busyRegions(counters: readonly Counter[], least: number): Set<string> {
  const uses = new Map<string, number>();
  for (const { region, metric, n } of counters) {
    if (USE.has(metric)) uses.set(region, (uses.get(region) ?? 0) + n);
  }
  return new Set([...uses].filter(([, n]) => n >= least).map(([region]) => region));
}

function ownCells({ metric, value, byRegion }: CountByRegion, busy: ReadonlySet<string>, least: number): Cell[] {
  return [...byRegion]
    .filter(([region, n]) => n >= least && busy.has(region))
    .map(([region, n]) => ({ region, metric, value, n: round(n) }));
}

/** The cell of all regions that are not shown apart, when nothing about one of them follows from it. */
function otherCell(count: CountByRegion, apart: ReadonlySet<string>, hidden: number, least: number): Cell[] {
  const { metric, value, byRegion } = count;
  const sum = [...byRegion].reduce((total, [region, n]) => (apart.has(region) ? total : total + n), 0);
  if (sum < least || saysTooMuch(round(sum), hidden, least)) return [];
  return [{ region: OTHER_REGIONS, metric, value, n: round(sum) }];
}

/**
 * Whether a sum over `hidden` regions, each below `least`, would tell that one of them is not zero: that is so when
 * the others together cannot reach it. With three regions below 10, a sum of 25 tells that each has at least 5.
 */
function saysTooMuch(rounded: number, hidden: number, least: number): boolean {
  const lowestSum = Math.max(least, rounded - Math.floor(ROUND_TO / 2));
  return lowestSum > (hidden - 1) * (least - 1);
}

function round(n: number): number {
  return Math.round(n / ROUND_TO) * ROUND_TO;
}
