import type { Content } from "../../content/content.ts";
import { type Counter, NO_REGION } from "../../usage/count.ts";
import { isoWeek } from "../../usage/iso-week.ts";
import { drawHabits } from "./habits.ts";
import { between, createRandom, divide, pick, type Random } from "./random.ts";
import { KNOWLEDGE, type RecordedUses, type RegionKnowledge, recordUses } from "./record-uses.ts";

const WEEK_MS = 7 * 86_400_000;

/** Uses of each kind of knowledge that are played for each stretch of weeks. */
const POOL = 400;
/** Stretches of weeks in which "weet ik niet" becomes rarer: people learn. */
const STRETCHES = [1.2, 0.95, 0.7];

/** Most say their region when it is asked at the first use; some when an outcome depends on it; some never. */
const KNOWS: Readonly<Record<RegionKnowledge, number>> = { known: 0.82, asked: 0.06, never: 0.12 };

export interface InventedUsage {
  /** Walks that are started, in all regions and weeks together. */
  uses: number;
  /** How many weeks, up to and with that of `now`. */
  weeks: number;
  regions: number;
  /** The same seed, in the same week and on the same content, gives the same counters. */
  seed: number;
  now: Date;
  /** How many workers know what of their region; absent: as in real use. */
  knows?: Readonly<Record<RegionKnowledge, number>>;
  /** Uses played of each kind; absent: enough for a demo. */
  pool?: number;
}

/**
 * Invents usage of the real content: the counters of each week, from the earliest on. Workers are played through the
 * real turns; who does not say a region, or late, counts without one.
 */
export function* inventUsage(content: Content, options: InventedUsage): Generator<Counter[]> {
  const { uses, seed, knows = KNOWS, pool = POOL } = options;
  const random = createRandom(seed);
  const habits = drawHabits(content, random);
  const recorded = STRETCHES.map((unknownFactor) => recordUses(content, habits, random, { size: pool, unknownFactor }));
  const regions = regionIds(content, options.regions).map((id) => ({ id, size: 1 / between(random, 1, 6) }));
  const weeks = weeksUntil(options.now, options.weeks);
  const usesPerWeek = divide(random, uses, weeks.map(weekWeight));
  for (const [index, week] of weeks.entries()) {
    const stretch = recorded[Math.floor((index / weeks.length) * STRETCHES.length)] as RecordedUses;
    const parts = divide(random, usesPerWeek[index] ?? 0, withNoise(regions, random));
    const without = new Float64Array(stretch.counts.length);
    for (const [at, { id: region }] of regions.entries()) {
      const own = new Float64Array(stretch.counts.length);
      drawUses(stretch, parts[at] ?? 0, knows, { own, without }, random);
      yield countersOf(stretch, own, region, week);
    }
    yield countersOf(stretch, without, NO_REGION, week);
  }
}

function drawUses(
  { uses }: RecordedUses,
  n: number,
  knows: Readonly<Record<RegionKnowledge, number>>,
  { own, without }: { own: Float64Array; without: Float64Array },
  random: Random,
): void {
  const weights = KNOWLEDGE.map((knowledge) => knows[knowledge]);
  for (let use = 0; use < n; use += 1) {
    const kind = uses[KNOWLEDGE[pick(random, weights)] ?? "known"];
    const drawn = kind[Math.floor(random() * kind.length)];
    for (const index of drawn?.own ?? []) own[index] = (own[index] ?? 0) + 1;
    for (const index of drawn?.none ?? []) without[index] = (without[index] ?? 0) + 1;
  }
}

function countersOf({ counts }: RecordedUses, numbers: Float64Array, region: string, week: string): Counter[] {
  return counts.flatMap((count, index) => {
    const n = numbers[index] ?? 0;
    return n === 0 ? [] : [{ ...count, region, week, n }];
  });
}

/** Regions that really exist first, and then invented ones: `demo-06` and so on. */
function regionIds(content: Content, count: number): string[] {
  const real = [...content.regions.keys()].slice(0, count);
  const invented = Array.from({ length: count - real.length }, (_, index) => index + real.length + 1);
  return [...real, ...invented.map((number) => `demo-${String(number).padStart(2, "0")}`)];
}

function weeksUntil(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) => isoWeek(new Date(now.getTime() - (count - 1 - index) * WEEK_MS)));
}

/** Use grows, and is low in the summer and around New Year. */
function weekWeight(week: string, index: number): number {
  const number = Number(week.slice(-2));
  const isQuiet = (number >= 29 && number <= 34) || number >= 52 || number === 1;
  return (1 + index / 52) * (isQuiet ? 0.5 : 1);
}

function withNoise(regions: readonly { size: number }[], random: Random): number[] {
  return regions.map(({ size }) => size * between(random, 0.8, 1.2));
}
