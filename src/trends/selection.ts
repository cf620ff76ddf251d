import type { Content } from "../content/content.ts";
import type { Metric } from "../usage/count.ts";
import { type Figure, sum } from "./figure.ts";
import type { Filters } from "./filters.ts";
import { monthsUntil } from "./months.ts";
import { monthsOf, periodOf, weeksIn } from "./periods.ts";
import { ALL_REGIONS } from "./publication.ts";
import type { Published } from "./published.ts";

/** Narrower than the filters: one region, or some months. */
export interface Narrowed {
  region?: string;
  months?: readonly string[];
}

/** What the filters leave of what was published. */
export class Selection {
  readonly content: Content;
  readonly filters: Filters;
  /** From old to new, also those of which nothing is published. */
  readonly months: string[];
  readonly #published: Published;

  /** @param until the last month, as `2026-02` */
  constructor(
    published: Published,
    { content, filters, until }: { content: Content; filters: Filters; until: string },
  ) {
    this.content = content;
    this.filters = filters;
    this.months = monthsUntil(until, filters.period);
    this.#published = published;
  }

  /** About how often something happened. */
  count(metric: Metric, value: string, { region, months = this.months }: Narrowed = {}): Figure {
    const area = region ?? this.filters.region ?? ALL_REGIONS;
    return this.#published.figure(metric, value, { months, area });
  }

  /** The sum over some values of one metric. */
  total(metric: Metric, values: readonly string[], part: Narrowed = {}): Figure {
    return sum(values.map((value) => this.count(metric, value, part)));
  }

  /**
   * A figure of the whole period or, when a part of that is still to be published in longer boxes, of the half years in it
   * that are over: then it says of which months.
   */
  told(of: (part: Narrowed) => Figure): Figure {
    const whole = of({});
    const months = this.months.filter((month) => this.#isOver(periodOf(month, "half")));
    if ((whole.n !== null && !whole.atLeast) || months.length === 0 || months.length === this.months.length)
      return whole;
    const part = of({ months });
    return part.n === null || part.atLeast ? whole : { ...part, months };
  }

  #isOver(half: string): boolean {
    return this.#published.has(half) && monthsOf(half).every((month) => this.months.includes(month));
  }

  /** Flows that the filters leave, by id. */
  get walks(): string[] {
    const { walk } = this.filters;
    return walk === undefined ? [...this.content.flows.keys()] : [walk];
  }

  /** Weeks in the period, or in a part of it. */
  weeks({ months = this.months }: Narrowed = {}): number {
    return weeksOf(months);
  }

  /** Ids of regions of which something is published in the period. */
  publishedRegions(): Set<string> {
    return this.#published.regionsWithBoxes(this.months);
  }

  /** All values of a metric of which something is published, such as articles that the content no longer has. */
  publishedValues(metric: Metric): Set<string> {
    return this.#published.values(metric, this.months);
  }
}

export function weeksOf(months: readonly string[]): number {
  return months.reduce((total, month) => total + weeksIn(month), 0);
}
