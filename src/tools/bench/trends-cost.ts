import type { Content } from "../../content/content.ts";
import { buildReport, periodsOf } from "../../trends/build-report.ts";
import { describeChanges } from "../../trends/changes.ts";
import { createNoise } from "../../trends/noise.ts";
import type { Publication } from "../../trends/publication.ts";
import { createPublisher } from "../../trends/publisher.ts";
import { createTrendsReader } from "../../trends/read-trends.ts";
import { type Counter, type Metric, NO_VALUE } from "../../usage/count.ts";
import type { UsageStore } from "../../usage/ports.ts";
import { median } from "./quantile.ts";
import type { BenchTarget } from "./targets.ts";

/** 104 weeks. */
const PERIOD = 24;
const LIMIT = 1.2;
export const LEAST = 10;
const FIRST_WEEK = "2024-W15";
export const NOW = new Date("2026-04-10T12:00:00Z");

/** Few uses that can all be shown, and a thousand times as many in the same weeks and regions. */
const FEW = 5;
const MANY = 1000 * FEW;

export interface TrendsSize {
  regions: number;
  /** How often each is measured, by turns; the first time warms up. */
  rounds: number;
}

/**
 * CPU of asking for the trends of two years in many regions, from reading to report, when each counter stands at
 * `MANY` against `FEW`: it must not matter how much was counted.
 */
export async function trendsTarget(content: Content, { regions, rounds }: TrendsSize): Promise<BenchTarget> {
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const few = await cpuMsOfQuery(content, regions, FEW);
    const many = await cpuMsOfQuery(content, regions, MANY);
    if (round > 0) ratios.push(many / few);
  }
  const value = median(ratios);
  const name = `CPU of the trends of two years in ${regions} regions, a thousand times the uses`;
  return { name, value, target: `<= ${LIMIT}`, met: value <= LIMIT };
}

async function cpuMsOfQuery(content: Content, regions: number, n: number): Promise<number> {
  const store = { ...usageOf(content, regions, n), isDemoData: async () => true };
  const publications = { read: async () => [], add: async (publication: Publication) => publication };
  const noise = createNoise("a secret of the bench");
  const publisher = createPublisher({
    usage: store,
    publications,
    noise,
    least: LEAST,
    firstKeptMonth: () => "2024-01",
  });
  const read = createTrendsReader({ publisher, store, leastCount: LEAST, isDemo: false, now: () => NOW });
  const before = process.cpuUsage();
  const { published, lastMonth } = await read(content);
  const periods = periodsOf(published, { content, filters: { period: PERIOD }, lastMonth });
  buildReport(periods, LEAST);
  describeChanges(periods);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Everything was counted `n` times in one week of each month, in each of this many regions. */
export function usageOf(content: Content, regions: number, n = FEW): Pick<UsageStore, "read" | "firstWeek"> {
  const things = countedThings(content);
  const ids = Array.from({ length: regions }, (_, index) => `regio-${index}`);
  return {
    read: async ({ from: week }) => ids.flatMap((region) => countersOf(region, week, things, n)),
    firstWeek: async () => FIRST_WEEK,
  };
}

function countersOf(region: string, week: string, things: readonly [Metric, string][], n: number): Counter[] {
  return things.map(([metric, value]) => ({ region, week, metric, value, n }));
}

/** Every kind of counter that the page shows something of. */
function countedThings({ flows, questions, articles }: Content): [Metric, string][] {
  const each = (metrics: Metric[], values: Iterable<string>) =>
    [...values].flatMap((value) => metrics.map((metric): [Metric, string] => [metric, value]));
  return [
    ...each(["walk-started", "walk-finished"], flows.keys()),
    ...each(["question-known", "question-unknown", "question-back"], questions.keys()),
    ...each(["article-shown"], articles.keys()),
    ...each(["question-unanswered", "personal-data-seen"], [NO_VALUE]),
    ...each(["useful"], ["ja", "nee"]),
  ];
}
