import { isLowerBound } from "../../trends/figure.ts";
import { createNoise } from "../../trends/noise.ts";
import { ALL_REGIONS } from "../../trends/publication.ts";
import { Published } from "../../trends/published.ts";
import type { Counter, Metric } from "../../usage/count.ts";
import { monthOfWeek } from "../../usage/iso-week.ts";
import { publishWorld, type World } from "./publish-world.ts";

/** True numbers, from and up to which figures are taken together. */
const SIZES = [
  [10, 20],
  [20, 40],
  [40, 80],
  [80, 160],
  [160, Number.POSITIVE_INFINITY],
] as const;

/** More than so much too high is a figure that leads astray. */
const FAR = 1.2;

/** Of figures of about one size: by how much they are too high on average, and how far they are from the truth; parts of 1. */
export interface Lean {
  from: number;
  figures: number;
  lean: number;
  error: number;
  farTooHigh: number;
}

/**
 * Publishes the same counters under many secrets, and compares what is then told of some months and all regions with what was
 * counted. Only figures that stand by themselves, not those that are "or more".
 */
export async function measureLean(
  world: Omit<World, "noise">,
  { months, secrets }: { months: readonly string[]; secrets: number },
): Promise<Lean[]> {
  const truth = countsIn(world.counters, months);
  const parts: [truth: number, part: number][] = [];
  for (let secret = 0; secret < secrets; secret += 1) {
    const publications = await publishWorld({ ...world, noise: createNoise(`secret ${secret}`) });
    const published = new Published(publications, { ...world.regions, least: world.least });
    for (const { metric, value, n } of truth.values()) {
      const figure = published.figure(metric, value, { months, area: ALL_REGIONS });
      if (figure.n !== null && !isLowerBound(figure)) parts.push([n, figure.n / n]);
    }
  }
  return SIZES.map(([from, to]) => {
    const ofSize = parts.filter(([n]) => n >= from && n < to).map(([, part]) => part);
    const mean = (of: (part: number) => number) => ofSize.reduce((sum, part) => sum + of(part), 0) / ofSize.length;
    return {
      from,
      figures: ofSize.length,
      lean: mean((part) => part - 1),
      error: Math.sqrt(mean((part) => (part - 1) ** 2)),
      farTooHigh: mean((part) => (part > FAR ? 1 : 0)),
    };
  });
}

function countsIn(counters: readonly Counter[], months: readonly string[]) {
  const counts = new Map<string, { metric: Metric; value: string; n: number }>();
  for (const { week, metric, value, n } of counters) {
    if (!months.includes(monthOfWeek(week))) continue;
    const key = `${metric} ${value}`;
    counts.set(key, { metric, value, n: n + (counts.get(key)?.n ?? 0) });
  }
  return counts;
}
