import type { Content } from "../content/content.ts";
import type { UsageStore } from "../usage/ports.ts";
import { monthBefore } from "./months.ts";
import { publishedFrom } from "./periods.ts";
import type { Published } from "./published.ts";
import { type Publisher, runningMonth } from "./publisher.ts";
import { regionsOf } from "./regions-of.ts";
import type { TrendText } from "./trend-texts.ts";

/** What may be seen, and what must be said with it. */
export interface TrendsReading {
  published: Published;
  /** The last month that can be published by now, as `2026-02`. */
  lastMonth: string;
  /** The month of the first use; undefined when there was none yet. */
  firstMonth: string | undefined;
  /** When the last month was published, and when the next one will be; dates as `2026-03-09`. */
  updated: string;
  next: string;
  leastCount: number;
  /** Lines that must stand above the numbers; none in real use. */
  labels: TrendText[];
}

export type ReadTrends = (content: Content) => Promise<TrendsReading>;

export interface TrendsReaderOptions {
  publisher: Publisher;
  store: Pick<UsageStore, "isDemoData">;
  /** Least count that is shown. */
  leastCount: number;
  /** Nothing is configured: everybody on this machine may see everything, also the running month. */
  isDemo: boolean;
  now: () => Date;
}

/** Reads the trends for the card and the page. */
export function createTrendsReader({ publisher, store, leastCount, isDemo, now }: TrendsReaderOptions): ReadTrends {
  return async (content) => {
    const moment = now();
    const regions = regionsOf(content);
    const { published, firstMonth } = await (isDemo
      ? publisher.preview(regions, moment)
      : publisher.read(regions, moment));
    const last = lastPublishedMonth(moment);
    return {
      published,
      lastMonth: isDemo ? runningMonth(moment) : last,
      firstMonth,
      updated: dateOf(publishedFrom(last)),
      next: dateOf(publishedFrom(firstMonth !== undefined && firstMonth > last ? firstMonth : monthBefore(last, -1))),
      leastCount,
      labels: await labelsFor(store, isDemo),
    };
  };
}

/** The last month whose fixed delay is over. */
function lastPublishedMonth(now: Date): string {
  let month = runningMonth(now);
  while (publishedFrom(month) > now) month = monthBefore(month, 1);
  return month;
}

function dateOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

async function labelsFor(store: TrendsReaderOptions["store"], isDemo: boolean): Promise<TrendText[]> {
  const invented: TrendText[] = (await store.isDemoData()) ? ["trends.invented"] : [];
  return isDemo ? [...invented, "trends.demo", "trends.demo-running"] : invented;
}
