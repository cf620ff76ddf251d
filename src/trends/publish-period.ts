import type { Metric } from "../usage/count.ts";
import type { Noise } from "./noise.ts";
import { periodOf, spanOf } from "./periods.ts";
import { areaOf, type Groups, PUBLISHED_LEVELS, type Publication } from "./publication.ts";

/** No count below this is ever published. */
const LOWEST_MINIMUM = 10;

/** Published numbers are multiples of this. */
const ROUND_TO = 5;

/**
 * The least count stands for this many noisy numbers above it as well. Shown are those that the noise makes large, more than those that it
 * makes small: without this, sums of small boxes are 2 to 5% too high. See ADR 20.
 */
const LEAST_STANDS_FOR = 3;

/** Noise that is farther from zero is rare: one in 24. A reader may well count on it not being there. */
const LIKELY_NOISE = 4;

/** Counted, but never published: a link is offered with a signal or an article, so that its number is a sum of theirs. */
const SUMS_OF_OTHERS: ReadonlySet<string> = new Set<Metric>(["link-offered"]);

/** How often something happened in one region and one month. */
export interface Cell {
  month: string;
  region: string;
  metric: Metric;
  value: string;
  n: number;
}

export interface PublishingContext {
  groups: Groups;
  noise: Noise;
  /** No count below this is published; see {@link leastCount}. */
  least: number;
  /** Whether a cell is in a box that was published before, of a shorter period. */
  isPublished(cell: Cell): boolean;
}

/**
 * What may be seen of a period: each count in at most one box, with noise, and only when that makes enough.
 * @param cells all that was counted in the months of the period
 */
export function publishPeriod(period: string, cells: readonly Cell[], context: PublishingContext): Publication {
  const publication: Publication = { period, groups: context.groups, counts: {} };
  const left = cells.filter((cell) => !SUMS_OF_OTHERS.has(cell.metric) && cell.n > 0 && !context.isPublished(cell));
  const byCount = Map.groupBy(left, ({ metric, value }) => `${metric} ${value}`);
  for (const same of byCount.values()) {
    const boxes = boxesOf(period, same, context);
    const [{ metric, value }] = same as [Cell];
    if (boxes.size === 0) continue;
    publication.counts[metric] = { ...publication.counts[metric], [value]: Object.fromEntries(boxes) };
  }
  return publication;
}

/** Area to number, of the cells of one count. */
function boxesOf(period: string, cells: readonly Cell[], context: PublishingContext): Map<string, number> {
  const boxes = new Map<string, number>();
  let left = cells;
  for (const [index, { span, reach }] of PUBLISHED_LEVELS.entries()) {
    if (span !== spanOf(period)) continue;
    const byArea = Map.groupBy(left, ({ region }) => areaOf(region, reach, context.groups));
    for (const [area, inArea] of byArea) {
      const n = publishedNumber(`${period} ${area}`, inArea, partsOf(inArea, index, context), context);
      if (n !== undefined) boxes.set(area, n);
    }
    left = left.filter(({ region }) => !boxes.has(areaOf(region, reach, context.groups)));
  }
  return boxes;
}

/** In how many boxes of the level before these cells were, each of which had too little. */
function partsOf(cells: readonly Cell[], level: number, { groups }: PublishingContext): number {
  const finer = PUBLISHED_LEVELS[level - 1];
  if (finer === undefined) return 0;
  const boxes = cells.map(
    ({ month, region }) => `${periodOf(month, finer.span)} ${areaOf(region, finer.reach, groups)}`,
  );
  return new Set(boxes).size;
}

function publishedNumber(
  box: string,
  cells: readonly Cell[],
  parts: number,
  { noise, least }: PublishingContext,
): number | undefined {
  if (parts === 1) return undefined;
  const [{ metric, value }] = cells as [Cell];
  const noisy = cells.reduce((sum, { n }) => sum + n, 0) + noise(`${metric} ${value} ${box}`);
  const rounded = shownNumber(noisy, least);
  return rounded === undefined || parts === 0 ? rounded : Math.min(rounded, mostOf(parts, least));
}

/** What is shown of a number with its noise: undefined when that is too small, else a multiple of {@link ROUND_TO}. */
export function shownNumber(noisy: number, least: number): number | undefined {
  if (noisy < least) return undefined;
  return noisy <= least + LEAST_STANDS_FOR ? least : Math.round(noisy / ROUND_TO) * ROUND_TO;
}

/** The least count that is published: a multiple of {@link ROUND_TO}, so that rounding never goes below it. */
export function leastCount(minimum: number): number {
  return Math.ceil(Math.max(minimum, LOWEST_MINIMUM) / ROUND_TO) * ROUND_TO;
}

/**
 * The highest number of a box whose parts were each too small to publish. A higher one would tell that none of them can be
 * zero: who counts on the noise being small knows that each is below the least count and that noise.
 */
function mostOf(parts: number, least: number): number {
  const mostOfPart = least - 1 + LIKELY_NOISE;
  const most = (parts - 1) * mostOfPart + LIKELY_NOISE + Math.floor(ROUND_TO / 2);
  return Math.floor(most / ROUND_TO) * ROUND_TO;
}
