import type { Content } from "../../content/content.ts";
import type { Counter } from "../../usage/count.ts";
import { isoWeek } from "../../usage/iso-week.ts";
import { drawHabits } from "./habits.ts";
import { inventWeek } from "./invent-week.ts";
import { between, createRandom, divide, type Random } from "./random.ts";

const WEEK_MS = 7 * 86_400_000;

export interface InventedUsage {
  /** Walks that are started, in all regions and weeks together. */
  uses: number;
  /** How many weeks, up to and with that of `now`. */
  weeks: number;
  regions: number;
  /** The same seed, in the same week and on the same content, gives the same counters. */
  seed: number;
  now: Date;
}

/** Invents usage of the real content: the counters of each region and week, from the earliest week on. */
export function* inventUsage(content: Content, options: InventedUsage): Generator<Counter[]> {
  const { uses, seed } = options;
  const random = createRandom(seed);
  const habits = drawHabits(content, random);
  const regions = regionIds(content, options.regions).map((id) => ({
    id,
    size: 1 / between(random, 1, 6),
    signalFactor: between(random, 0.6, 1.5),
  }));
  const weeks = weeksUntil(options.now, options.weeks);
  const usesPerWeek = divide(random, uses, weeks.map(weekWeight));
  for (const [index, week] of weeks.entries()) {
    // People learn: "weet ik niet" slowly becomes rarer.
    const unknownFactor = 1.2 - (0.5 * index) / weeks.length;
    const parts = divide(random, usesPerWeek[index] ?? 0, withNoise(regions, random));
    for (const [at, { id: region, signalFactor }] of regions.entries()) {
      yield inventWeek(habits, { region, week, uses: parts[at] ?? 0, unknownFactor, signalFactor }, random);
    }
  }
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
