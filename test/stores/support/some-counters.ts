import type { UsagePart } from "../../../src/stores/usage-part.ts";
import type { Counter } from "../../../src/usage/count.ts";

/** A counter of which only what matters to the test is said. */
export function counter(changes: Partial<Counter>): Counter {
  return { region: "alkmaar", week: "2026-W09", metric: "walk-started", value: "top3", n: 1, ...changes };
}

/** These counters as the parts of one flush. */
export function partsOf(counters: readonly Counter[], instance: string, flush: number): UsagePart[] {
  const groups = Map.groupBy(counters, ({ region, week }) => `${region} ${week}`);
  return [...groups.values()].map((part) => {
    const { region, week } = part[0] as Counter;
    return { region, week, counters: part, instance, flush };
  });
}
