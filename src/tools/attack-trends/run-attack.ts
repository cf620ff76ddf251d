import type { Content } from "../../content/content.ts";
import type { Noise } from "../../trends/noise.ts";
import type { Cell } from "../../trends/publish-period.ts";
import { regionsOf } from "../../trends/regions-of.ts";
import type { Counter, Metric } from "../../usage/count.ts";
import { isoWeek, monthOfWeek } from "../../usage/iso-week.ts";
import { drawHabits } from "../simulate-use/habits.ts";
import { inventUsage } from "../simulate-use/invent-usage.ts";
import { createRandom } from "../simulate-use/random.ts";
import { simulateUse } from "../simulate-use/simulate-walk.ts";
import { attack, type Interval, type KnownCell } from "./attacker.ts";
import { knownRelations } from "./known-relations.ts";
import { publishWorld, type World } from "./publish-world.ts";

/** A year of use that is over, and the moment at which all of it is published. */
const LAST_WEEK = new Date("2027-01-02T12:00:00Z");
const ALL_PUBLISHED = new Date("2027-02-01T12:00:00Z");
const FIRST_MONTH = "2026-01";
const WEEKS = 52;
const REGIONS = 5;

/** A hidden count can be anything below the minimum: from 0 to 9. */
export const PROMISED_WIDTH = 9;

/** Counts that say something of each other; what is between these groups is known as well, but binds less. */
const FAMILIES: readonly RegExp[] = [
  /^(walk-|useful)/,
  /^(signal-|advice-|walk-advised|walk-started)/,
  /^(question-(known|unknown)|answer-given)/,
  /^(article-|answer-helped|question-answered)/,
  /^question-(missed|unanswered)/,
];

export interface Attack {
  walksPerMonth: number;
  seed: number;
  /** How many cells are attacked, about; absent: all. */
  cells?: number;
  /** How often the attacker does the same use, in each of some months and regions. */
  clicks?: number;
  /** What the attacker takes for the farthest that noise comes; absent: what the rules say. */
  mostNoise?: number;
  /** Uses that are played of each kind. */
  pool?: number;
  /** Absent: as in the product. */
  noise?: Noise;
}

export interface Outcome {
  attacked: number;
  /** Cells whose number lies between closer bounds than promised, and those of which it is certain. */
  narrower: number;
  certain: number;
  /** Cells of which the attacker is wrong: by counting on noise that was not so small. */
  wrong: number;
  /** The narrowest interval. */
  width: number;
}

/** Simulates a year of use, publishes it, and attacks it. */
export async function runAttack(content: Content, attackOf: Attack): Promise<Outcome> {
  const { seed, cells: most, clicks = 0, mostNoise, noise } = attackOf;
  const year = simulatedYear(content, attackOf);
  const others = year.counters;
  const own = clicks === 0 ? [] : ownUse(content, clicks, seed);
  const world = { ...year, counters: [...others, ...own] };
  const publications = await publishWorld({ ...world, ...(noise && { noise }) });
  const [truth, mine] = [cellsOf(others), cellsOf(own)];
  const known = [...cellsOf(world.counters).values()].map((cell): KnownCell => {
    const { n: _secret, ...place } = cell;
    return { ...place, own: mine.get(keyOf(cell))?.n ?? 0 };
  });
  const outcomes = FAMILIES.map((family) => {
    const inFamily = known.filter(({ metric }) => family.test(metric));
    const aims = clicks === 0 ? inFamily : inFamily.filter((cell) => cell.own);
    const asked = sample(aims, most === undefined ? aims.length : Math.ceil(most / FAMILIES.length));
    const counted = [...Map.groupBy(inFamily, ({ metric, value }) => `${metric} ${value}`).values()];
    const relations = knownRelations(
      content,
      counted.map(([first]) => first as KnownCell),
    );
    const intervals = attack(
      publications,
      { cells: inFamily, relations, least: 10, ...(mostNoise !== undefined && { mostNoise }) },
      asked,
    );
    return outcomeOf(
      intervals,
      asked.map((cell) => truth.get(keyOf(cell))?.n ?? 0),
    );
  });
  return outcomes.reduce(together);
}

/** A year of use, and the moment at which all of it is published. */
export function simulatedYear(
  content: Content,
  { walksPerMonth, seed, pool }: Pick<Attack, "walksPerMonth" | "seed" | "pool">,
): World {
  const options = { uses: 12 * walksPerMonth, weeks: WEEKS, regions: REGIONS, seed, now: LAST_WEEK };
  const counters = [...inventUsage(content, { ...options, ...(pool && { pool }) })].flat().filter(isPublishable);
  return { counters, regions: regionsOf(content), firstMonth: FIRST_MONTH, now: ALL_PUBLISHED, least: 10 };
}

/** The attacker does one use over and over, in a region and a month of each quarter. */
function ownUse(content: Content, clicks: number, seed: number): Counter[] {
  const random = createRandom(seed + 1);
  const habits = drawHabits(content, random);
  const regions = [...content.regions.keys()];
  return [1, 4, 8, 10].flatMap((month, index) => {
    const region = regions[index % regions.length] ?? "";
    const week = isoWeek(new Date(Date.UTC(2026, month, 10)));
    const counts = useWith(index % 2 === 0 ? "question-missed" : "answer-helped", () => {
      const use = { region, ownRegion: region, unknownFactor: 1 };
      return simulateUse(content, { ...habits, leaves: 0, stops: 0, typed: 1, tells: 1 }, use, random).counts;
    });
    return counts.filter(isPublishable).map((count) => ({ ...count, week, n: clicks }));
  });
}

/** Every attacker types as well, and tells of the answer; of what, depends on the lot. */
function useWith<T extends { metric: Metric }>(metric: Metric, use: () => T[]): T[] {
  const counts = use();
  return counts.some((count) => count.metric === metric) ? counts : useWith(metric, use);
}

function isPublishable({ metric }: { metric: Metric }): boolean {
  return metric !== "link-offered";
}

function cellsOf(counters: readonly Counter[]): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const { week, n, ...counted } of counters) {
    const cell = { ...counted, month: monthOfWeek(week), n };
    const known = cells.get(keyOf(cell));
    if (known) known.n += n;
    else cells.set(keyOf(cell), cell);
  }
  return cells;
}

function keyOf({ month, region, metric, value }: Omit<Cell, "n">): string {
  return `${month} ${region} ${metric} ${value}`;
}

/** Evenly spread over all. */
function sample<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, index) => all[Math.floor(index * step)] as T);
}

function outcomeOf(intervals: readonly Interval[], truth: readonly number[]): Outcome {
  const widths = intervals.map((interval) => (interval ? interval.high - Math.max(0, interval.low) : undefined));
  const isWrong = (interval: Interval, n: number) => !interval || n < interval.low || n > interval.high;
  return {
    attacked: intervals.length,
    narrower: widths.filter((width) => width !== undefined && width < PROMISED_WIDTH).length,
    certain: widths.filter((width) => width !== undefined && width <= 0).length,
    wrong: intervals.filter((interval, index) => isWrong(interval, truth[index] ?? 0)).length,
    width: Math.min(...widths.map((width) => width ?? Number.POSITIVE_INFINITY)),
  };
}

function together(a: Outcome, b: Outcome): Outcome {
  return {
    attacked: a.attacked + b.attacked,
    narrower: a.narrower + b.narrower,
    certain: a.certain + b.certain,
    wrong: a.wrong + b.wrong,
    width: Math.min(a.width, b.width),
  };
}
