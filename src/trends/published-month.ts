import type { Counter, Metric } from "../usage/count.ts";
import { type Figure, TOO_FEW } from "./figure.ts";
import { type Cell, OTHER_REGIONS, type ProtectionRules, protectMonth } from "./protect-month.ts";

interface Numbers {
  byRegion: ReadonlyMap<string, number>;
  total: Figure;
}

/**
 * What may be seen of one month. It is made of raw counters and gives only protected numbers, and everything that
 * is shown is made of it: nothing else in the product takes counters.
 */
export class PublishedMonth {
  /** As `2026-02`. */
  readonly month: string;
  readonly cells: readonly Cell[];
  /** Ids of the regions with a cell, perhaps with {@link OTHER_REGIONS}. */
  readonly regions: ReadonlySet<string>;
  readonly #byMetric: ReadonlyMap<Metric, ReadonlyMap<string, Numbers>>;

  /** @param counters those of this month only */
  constructor(month: string, counters: readonly Counter[], rules: ProtectionRules) {
    const { cells, regions } = protectMonth(counters, rules);
    this.month = month;
    this.cells = cells;
    this.regions = new Set(cells.map(({ region }) => region));
    const byMetric = Map.groupBy(cells, ({ metric }) => metric);
    this.#byMetric = new Map([...byMetric].map(([metric, group]) => [metric, numbersByValue(group, regions)]));
  }

  /** How often something happened in a region, or without one in all of them together. */
  figure(metric: Metric, value: string, region?: string): Figure {
    const numbers = this.#byMetric.get(metric)?.get(value);
    if (!numbers) return TOO_FEW;
    if (region === undefined) return numbers.total;
    const n = numbers.byRegion.get(region);
    return n === undefined ? TOO_FEW : { n, atLeast: false };
  }

  /** The values of a metric that have a cell. */
  values(metric: Metric): Iterable<string> {
    return this.#byMetric.get(metric)?.keys() ?? [];
  }
}

function numbersByValue(cells: readonly Cell[], regions: readonly string[]): Map<string, Numbers> {
  const byValue = Map.groupBy(cells, ({ value }) => value);
  return new Map(
    [...byValue].map(([value, group]) => {
      const byRegion = new Map(group.map(({ region, n }) => [region, n]));
      return [value, { byRegion, total: totalOf(byRegion, regions) }];
    }),
  );
}

/** Nothing is hidden in it when the other regions are in it, or when each region has a cell of its own. */
function totalOf(byRegion: ReadonlyMap<string, number>, regions: readonly string[]): Figure {
  const isWhole = byRegion.has(OTHER_REGIONS) || regions.every((region) => byRegion.has(region));
  return { n: [...byRegion.values()].reduce((total, n) => total + n, 0), atLeast: !isWhole };
}
