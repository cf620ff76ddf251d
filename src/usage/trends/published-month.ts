import type { Counter, Metric } from "../count.ts";
import { type Figure, TOO_FEW } from "./figure.ts";
import { type Cell, OTHER_REGIONS, type ProtectionRules, protectMonth } from "./protect-month.ts";

/**
 * What may be seen of one month. It is made of raw counters and gives only protected numbers, and everything that
 * is shown is made of it: nothing else in the product takes counters.
 */
export class PublishedMonth {
  /** As `2026-02`. */
  readonly month: string;
  /** The regions that have numbers of their own, or could have; without those that only count in "overige". */
  readonly regions: readonly string[];
  readonly cells: readonly Cell[];
  readonly #byCount: ReadonlyMap<string, ReadonlyMap<string, number>>;

  /** @param counters those of this month only */
  constructor(month: string, counters: readonly Counter[], rules: ProtectionRules) {
    const { cells, regions } = protectMonth(counters, rules);
    this.month = month;
    this.cells = cells;
    this.regions = regions;
    const grouped = Map.groupBy(cells, ({ metric, value }) => `${metric} ${value}`);
    this.#byCount = new Map(
      [...grouped].map(([key, group]) => [key, new Map(group.map(({ region, n }) => [region, n]))]),
    );
  }

  /** How often something happened in a region, or without one in all of them together. */
  figure(metric: Metric, value: string, region?: string): Figure {
    const byRegion = this.#byCount.get(`${metric} ${value}`);
    if (!byRegion) return TOO_FEW;
    if (region === undefined) return this.#total(byRegion);
    const n = byRegion.get(region);
    return n === undefined ? TOO_FEW : { n, atLeast: false };
  }

  #total(byRegion: ReadonlyMap<string, number>): Figure {
    const isWhole = byRegion.has(OTHER_REGIONS) || this.regions.every((region) => byRegion.has(region));
    return { n: [...byRegion.values()].reduce((total, n) => total + n, 0), atLeast: !isWhole };
  }
}
