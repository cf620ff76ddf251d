import type { Content } from "../content/content.ts";
import type { Metric } from "../usage/count.ts";
import { type Figure, isLowerBound, sum } from "./figure.ts";
import type { Filters } from "./filters.ts";
import { monthsOf, periodOf, SPANS, weeksIn } from "./periods.ts";
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
  readonly months: readonly string[];
  readonly #published: Published;

  constructor(
    published: Published,
    { content, filters, months }: { content: Content; filters: Filters; months: readonly string[] },
  ) {
    this.content = content;
    this.filters = filters;
    this.months = months;
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
   * What can be ranked, shared and compared: this, when hardly any of its walks are still to be published in longer boxes;
   * else the half years in it that are over, if there are any.
   */
  get told(): Selection {
    if (!isLowerBound(this.#started)) return this;
    const months = this.months.filter((month) => this.#isOver(periodOf(month, "half")));
    if (months.length === 0 || months.length === this.months.length) return this;
    return this.of(months);
  }

  /** Its second half and its first, of half a year or more, when there was use in both. */
  get halves(): { now: Selection; then: Selection } | undefined {
    const middle = this.months.length / 2;
    const [then, now] = [this.of(this.months.slice(0, middle)), this.of(this.months.slice(middle))];
    return Number.isInteger(middle) && middle >= SPANS.half && !then.isBeforeUse ? { now, then } : undefined;
  }

  /** Whether hardly any of its walks are hidden. */
  get isComparable(): boolean {
    return this.#started.n !== null && !isLowerBound(this.#started);
  }

  /** Whether all of it is before the first month that was published. */
  get isBeforeUse(): boolean {
    const [first] = this.#published.months;
    return first !== undefined && (this.months.at(-1) ?? "") < first;
  }

  /** The same choices for other months. */
  of(months: readonly string[]): Selection {
    return new Selection(this.#published, { content: this.content, filters: this.filters, months });
  }

  get #started(): Figure {
    return this.total("walk-started", this.walks);
  }

  #isOver(half: string): boolean {
    return this.#published.has(half) && monthsOf(half).every((month) => this.months.includes(month));
  }

  /** Flows that the filters leave, by id. */
  get walks(): string[] {
    const { walk } = this.filters;
    return walk === undefined ? [...this.content.flows.keys()] : [walk];
  }

  /** Its months since the first use; all of them when there was none. */
  get monthsOfUse(): readonly string[] {
    const [first = ""] = this.#published.months;
    const months = this.months.filter((month) => month >= first);
    return months.length === 0 ? this.months : months;
  }

  /** Weeks in the period, or in a part of it, since the first month of use. */
  weeks({ months = this.months }: Narrowed = {}): number {
    const [first = ""] = this.#published.months;
    return months.reduce((total, month) => (month < first ? total : total + weeksIn(month)), 0);
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
