import type { Content } from "../content/content.ts";
import type { Metric } from "../usage/count.ts";
import { type Figure, sum, TOO_FEW } from "./figure.ts";
import type { Filters } from "./filters.ts";
import { monthsUntil } from "./months.ts";
import type { PublishedMonth } from "./published-month.ts";

interface Chosen {
  content: Content;
  filters: Filters;
  lastMonth: string;
}

/** Narrower than the filters: one region, or one month. */
interface Part {
  region?: string;
  month?: string;
}

/** What the filters leave of the published months. */
export class Selection {
  readonly content: Content;
  readonly filters: Filters;
  /** From old to new, also those of which nothing is published. */
  readonly months: string[];
  readonly #published: ReadonlyMap<string, PublishedMonth>;

  constructor(published: readonly PublishedMonth[], { content, filters, lastMonth }: Chosen) {
    this.content = content;
    this.filters = filters;
    this.months = monthsUntil(lastMonth, filters.period);
    this.#published = new Map(published.map((month) => [month.month, month]));
  }

  /** How often something happened. */
  count(metric: Metric, value: string, part: Part = {}): Figure {
    const region = part.region ?? this.filters.region;
    const months = part.month === undefined ? this.months : [part.month];
    return sum(months.map((month) => this.#published.get(month)?.figure(metric, value, region) ?? TOO_FEW));
  }

  /** The sum over some values of one metric. */
  total(metric: Metric, values: readonly string[], part: Part = {}): Figure {
    return sum(values.map((value) => this.count(metric, value, part)));
  }

  /** Flows that the filters leave, by id. */
  get walks(): string[] {
    const { walk } = this.filters;
    return walk === undefined ? [...this.content.flows.keys()] : [walk];
  }

  /** Ids of regions of which something is published in the period. */
  publishedRegions(): Set<string> {
    return new Set(this.#inPeriod().flatMap(({ regions }) => [...regions]));
  }

  /** All values of a metric of which something is published, such as articles that the content no longer has. */
  publishedValues(metric: Metric): Set<string> {
    return new Set(this.#inPeriod().flatMap((month) => [...month.values(metric)]));
  }

  #inPeriod(): PublishedMonth[] {
    return this.months.flatMap((month) => this.#published.get(month) ?? []);
  }
}
