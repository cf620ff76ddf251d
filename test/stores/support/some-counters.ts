import type { Counter } from "../../../src/usage/count.ts";

/** A counter of which only what matters to the test is said. */
export function counter(changes: Partial<Counter>): Counter {
  return { region: "alkmaar", week: "2026-W09", metric: "walk-started", value: "top3", n: 1, ...changes };
}
