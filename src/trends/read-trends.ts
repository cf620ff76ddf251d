import type { Content } from "../content/content.ts";
import { NO_REGION } from "../usage/count.ts";
import type { UsageStore } from "../usage/ports.ts";
import type { Filters } from "./filters.ts";
import { monthBefore, monthsUntil } from "./months.ts";
import { leastCount } from "./protect-month.ts";
import type { PublishedMonth } from "./published-month.ts";
import { createPublishedReader, runningMonth } from "./read-published.ts";
import type { TrendText } from "./trend-texts.ts";

/** What may be seen of a period, and what must be said with it. */
export interface TrendsReading {
  filters: Filters;
  /** Of the chosen period, and of the one before it to compare with. */
  published: PublishedMonth[];
  /** The last month of the period, as `2026-02`. */
  lastMonth: string;
  leastCount: number;
  /** Lines that must stand above the numbers; none in real use. */
  labels: TrendText[];
}

export type ReadTrends = (content: Content, filters: Filters) => Promise<TrendsReading>;

export interface TrendsOptions {
  store: Pick<UsageStore, "read" | "isDemoData">;
  /** Least count that is shown. */
  minimum: number;
  /** Nothing is configured: everybody on this machine may see everything, also the running month. */
  isDemo: boolean;
  now: () => Date;
}

/** Reads the trends for the card and the page. */
export function createTrendsReader({ store, minimum, isDemo, now }: TrendsOptions): ReadTrends {
  const readPublished = createPublishedReader(store);
  return async (content, filters) => {
    const running = runningMonth(now());
    const lastMonth = isDemo ? running : monthBefore(running, 1);
    const rules = {
      minimum,
      regions: [...content.regions.keys(), NO_REGION],
      now: now(),
      includeRunning: isDemo,
    };
    const published = await readPublished(monthsUntil(lastMonth, 2 * filters.period), rules);
    const labels = await labelsFor(store, isDemo);
    return { filters, published, lastMonth, leastCount: leastCount(minimum), labels };
  };
}

async function labelsFor(store: TrendsOptions["store"], isDemo: boolean): Promise<TrendText[]> {
  const invented: TrendText[] = (await store.isDemoData()) ? ["trends.invented"] : [];
  return isDemo ? [...invented, "trends.demo", "trends.demo-running"] : invented;
}
