import { setImmediate } from "node:timers/promises";
import type { Counter } from "../usage/count.ts";
import { isoWeek, monthOfWeek } from "../usage/iso-week.ts";
import type { UsageStore } from "../usage/ports.ts";
import { monthBefore } from "./months.ts";
import type { Noise } from "./noise.ts";
import { duePeriods, monthsOf } from "./periods.ts";
import type { PublicationStore } from "./ports.ts";
import type { Groups, Publication } from "./publication.ts";
import { type Cell, publishPeriod } from "./publish-period.ts";
import { Published } from "./published.ts";

const DAY_MS = 86_400_000;

/** Months that are kept in memory while periods are published one after another: those of a year. */
const MONTHS_IN_MEMORY = 12;

/** Counters that are added up before others are served: some milliseconds. */
const MOST_AT_ONCE = 4000;

export interface PublisherOptions {
  usage: Pick<UsageStore, "read" | "firstWeek">;
  publications: Pick<PublicationStore, "read" | "add">;
  noise: Noise;
  least: number;
  /** The first month of which all counters are kept, as `2026-02`. */
  firstKeptMonth: (now: Date) => string;
}

/** The regions of the content of this moment. */
export interface Regions {
  regions: readonly string[];
  groups: Groups;
}

/** What was published, and when there was something to publish for the first time. */
export interface PublicationReading {
  published: Published;
  /** The month of the first use; undefined when there was none yet. */
  firstMonth: string | undefined;
}

export interface Publisher {
  /**
   * All that is published at `now`: what is due and not there yet is published first, once. Whoever asks at the same time
   * waits for the same work.
   */
  read(regions: Regions, now: Date): Promise<PublicationReading>;
  /** The same, with what was counted since: for trying out on one's own machine, and never kept. */
  preview(regions: Regions, now: Date): Promise<PublicationReading>;
}

/** The month of the week that is going on, as `2026-02`. */
export function runningMonth(now: Date): string {
  return monthOfWeek(isoWeek(now));
}

export function createPublisher(options: PublisherOptions): Publisher {
  let known: { publications: Publication[]; firstMonth: string } | undefined;
  let working: Promise<void> | undefined;
  let latest: { regions: Regions; length: number; reading: PublicationReading } | undefined;

  /** The same one until there is something new: what is worked out of it can then be shared as well. */
  const latestReading = (regions: Regions): PublicationReading => {
    const { publications = [], firstMonth } = known ?? {};
    if (
      latest?.regions === regions &&
      latest.length === publications.length &&
      latest.reading.firstMonth === firstMonth
    )
      return latest.reading;
    const reading = readingOf([...publications], firstMonth, regions, options.least);
    latest = { regions, length: publications.length, reading };
    return reading;
  };

  const missing = (now: Date): string[] => {
    if (known === undefined) return [];
    const there = new Set(known.publications.map(({ period }) => period));
    const first = options.firstKeptMonth(now);
    const from = known.firstMonth > first ? known.firstMonth : first;
    // Of a period that began before what is kept, a part would be published as if it were the whole.
    const isKept = (period: string) => (monthsOf(period)[0] ?? "") >= first;
    return duePeriods(from, now).filter((period) => isKept(period) && !there.has(period));
  };

  async function publishDue(regions: Regions, now: Date): Promise<void> {
    known ??= await readKnown(options);
    if (missing(now).length === 0) return;
    // Another instance may have published them.
    known = await readKnown(options);
    const due = missing(now);
    if (known === undefined || due.length === 0) return;
    const months = createMonthReader(options.usage);
    for (const period of due) {
      const cells = await months(period);
      const publication = await publishOne(period, cells, known.publications, regions, options);
      known.publications.push(await options.publications.add(publication));
    }
  }

  async function upToDate(regions: Regions, now: Date): Promise<void> {
    working ??= publishDue(regions, now).finally(() => {
      working = undefined;
    });
    await working;
  }

  return {
    async read(regions, now) {
      await upToDate(regions, now);
      return latestReading(regions);
    },
    async preview(regions, now) {
      await upToDate(regions, now);
      const running = runningMonth(now);
      const publications = [...(known?.publications ?? [])];
      const months = createMonthReader(options.usage);
      for (const month of [monthBefore(running, 1), running]) {
        if (publications.some(({ period }) => period === month)) continue;
        publications.push(await publishOne(month, await months(month), publications, regions, options));
      }
      return readingOf(publications, known?.firstMonth, regions, options.least);
    },
  };
}

function readingOf(
  publications: readonly Publication[],
  firstMonth: string | undefined,
  regions: Regions,
  least: number,
): PublicationReading {
  return { published: new Published(publications, { ...regions, least }), firstMonth };
}

async function readKnown({
  usage,
  publications,
}: PublisherOptions): Promise<{ publications: Publication[]; firstMonth: string } | undefined> {
  const kept = await publications.read();
  const [firstPublished] = kept.map(({ period }) => monthsOf(period)[0] ?? "").sort();
  if (firstPublished !== undefined) {
    // The first month is the first that was published by itself: a year begins earlier than its first use.
    const [firstMonth = firstPublished] = kept
      .flatMap(({ period }) => (monthsOf(period).length === 1 ? period : []))
      .sort();
    return { publications: kept, firstMonth };
  }
  const week = await usage.firstWeek();
  return week === undefined ? undefined : { publications: [], firstMonth: monthOfWeek(week) };
}

/** Metric by metric, which say nothing of each other: in between others are served. */
async function publishOne(
  period: string,
  cells: readonly Cell[],
  earlier: readonly Publication[],
  { regions, groups }: Regions,
  { noise, least }: PublisherOptions,
): Promise<Publication> {
  const published = new Published(earlier, { regions, groups, least });
  const counts: Publication["counts"] = {};
  for (const ofMetric of Map.groupBy(cells, ({ metric }) => metric).values()) {
    const publication = publishPeriod(period, ofMetric, {
      groups,
      noise,
      least,
      isPublished: ({ metric, value, month, region }) => published.isPublished(metric, value, month, region),
    });
    Object.assign(counts, publication.counts);
    await setImmediate();
  }
  return { period, groups, counts };
}

/** Reads what was counted in a period, month by month, and keeps the last months for the next period. */
function createMonthReader(usage: Pick<UsageStore, "read">): (period: string) => Promise<Cell[]> {
  const kept = new Map<string, Cell[]>();
  return async (period) => {
    const cells: Cell[][] = [];
    for (const month of monthsOf(period)) {
      const inMonth = kept.get(month) ?? (await addUp(month, await usage.read(weeksOf(month))));
      kept.delete(month);
      kept.set(month, inMonth);
      cells.push(inMonth);
    }
    for (const month of [...kept.keys()].slice(0, -MONTHS_IN_MEMORY)) kept.delete(month);
    return cells.flat();
  };
}

async function addUp(month: string, counters: readonly Counter[]): Promise<Cell[]> {
  const cells = new Map<string, Cell>();
  for (const [index, { region, metric, value, n }] of counters.entries()) {
    if (index % MOST_AT_ONCE === MOST_AT_ONCE - 1) await setImmediate();
    const key = `${region} ${metric} ${value}`;
    const cell = cells.get(key);
    if (cell) cell.n += n;
    else cells.set(key, { month, region, metric, value, n });
  }
  return [...cells.values()];
}

/** The weeks that belong to a month; its fourth day is always in the first of them. */
function weeksOf(month: string): { from: string; to: string } {
  const days = [4, 11, 18, 25, 32].map((day) => new Date(Date.parse(`${month}-01T00:00:00Z`) + (day - 1) * DAY_MS));
  const weeks = days.map(isoWeek).filter((week) => monthOfWeek(week) === month);
  return { from: weeks[0] ?? "", to: weeks.at(-1) ?? "" };
}
