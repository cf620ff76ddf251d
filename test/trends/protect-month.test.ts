import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { OTHER_REGIONS, protectMonth } from "../../src/trends/protect-month.ts";
import type { Counter } from "../../src/usage/count.ts";

const WEEK = "2026-W09";
const REGIONS = ["a", "b", "c", "d", "e"];

function counter(region: string, metric: Counter["metric"], value: string, n: number): Counter {
  return { region, week: WEEK, metric, value, n };
}

/** Each region is used enough; how often a signal was shown differs. */
function counters(shown: readonly number[]): Counter[] {
  return shown.flatMap((n, index) => [
    counter(REGIONS[index] ?? "", "walk-started", "top3", 100),
    ...(n > 0 ? [counter(REGIONS[index] ?? "", "signal-shown", "eer/vandaag", n)] : []),
  ]);
}

function shownCells(shown: readonly number[], minimum: number, regions = REGIONS.slice(0, shown.length)) {
  const { cells } = protectMonth(counters(shown), { minimum, regions });
  return cells.filter(({ metric }) => metric === "signal-shown").map(({ region, n }) => `${region}=${n}`);
}

describe("a number in a month", () => {
  test("is shown rounded to a multiple of five when it reaches the minimum", () => {
    expect(shownCells([10, 12, 13, 38, 9], 10)).toEqual(["a=10", "b=10", "c=15", "d=40"]);
  });

  test("is not shown apart when its region had too little use in that month", () => {
    const few = [counter("a", "walk-started", "top3", 9), counter("a", "signal-shown", "eer/vandaag", 40)];
    expect(protectMonth(few, { minimum: 10, regions: REGIONS }).cells).toEqual([]);
  });

  test("counts in the cell of the other regions when it is too small", () => {
    expect(shownCells([50, 4, 5, 6, 0], 10)).toEqual(["a=50", `${OTHER_REGIONS}=15`]);
  });

  test("stays hidden when the other regions together are still too small", () => {
    expect(shownCells([50, 4, 0, 5, 0], 10)).toEqual(["a=50"]);
  });

  test("stays hidden when the sum would tell that each of the few hidden regions has some", () => {
    expect(shownCells([50, 60, 70, 9, 9], 10)).toEqual(["a=50", "b=60", "c=70"]);
  });

  test("of a region that nobody can choose any more counts among the others", () => {
    expect(shownCells([9, 9, 1], 10, [...REGIONS, "f"].slice(1))).toEqual([`${OTHER_REGIONS}=20`]);
  });

  test("is never shown when it is the sum of other numbers, of which one can be hidden", () => {
    const all = ["signal-shown", "article-shown", "link-offered"] as const;
    const { cells } = protectMonth(
      all.map((metric) => counter("a", metric, "x", 50)),
      { minimum: 10, regions: REGIONS },
    );
    expect(cells.map(({ metric }) => metric)).toEqual(["signal-shown", "article-shown"]);
  });

  test("has a minimum of five, whatever is asked", () => {
    expect(shownCells([4, 5], 1)).toEqual(["b=5"]);
  });

  test("has a minimum that is a multiple of five, so that rounding does not go below it", () => {
    expect(shownCells([12, 14, 15], 12)).toEqual(["c=15"]);
  });
});

describe("whatever is published, a hidden number can still be any number below the minimum", () => {
  // All possible months are made, and laid together by what is published of them: that is all an attacker knows,
  // who has every cell and knows the rules.
  test.each([
    { minimum: 5, regions: 2, highest: 12 },
    { minimum: 5, regions: 3, highest: 12 },
    { minimum: 5, regions: 4, highest: 7 },
    { minimum: 5, regions: 5, highest: 5 },
    { minimum: 10, regions: 3, highest: 13 },
    { minimum: 10, regions: 4, highest: 10 },
  ])("with a minimum of $minimum and $regions regions", ({ minimum, regions, highest }) => {
    const possible = new Map<string, Set<number>[]>();
    for (const shown of allMonths(regions, highest)) {
      const key = shownCells(shown, minimum).join();
      const seen = possible.get(key) ?? Array.from({ length: regions }, () => new Set<number>());
      shown.forEach((n, index) => {
        seen[index]?.add(n);
      });
      possible.set(key, seen);
    }
    const recovered = [...possible].filter(([cells, seen]) =>
      seen.some((numbers, index) => !cells.includes(`${REGIONS[index]}=`) && !holdsAllBelow(minimum, numbers)),
    );
    expect(possible.size).toBeGreaterThan(regions);
    expect(recovered.map(([cells]) => cells)).toEqual([]);
  });
});

test("no published number is below the minimum, or not a multiple of five", () => {
  fc.assert(
    fc.property(fc.array(anyCounter, { maxLength: 60 }), fc.integer({ min: 0, max: 40 }), (all, minimum) => {
      for (const { n } of protectMonth(all, { minimum, regions: REGIONS }).cells) {
        expect(n).toBeGreaterThanOrEqual(Math.max(5, minimum));
        expect(n % 5).toBe(0);
      }
    }),
  );
});

const anyCounter = fc.record({
  region: fc.constantFrom(...REGIONS, "oud"),
  week: fc.constant(WEEK),
  metric: fc.constantFrom("walk-started" as const, "article-shown" as const, "signal-shown" as const),
  value: fc.constantFrom("x", "y"),
  n: fc.oneof(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 500 })),
});

/** Every way to give `regions` regions a number from 0 to `highest`. */
function* allMonths(regions: number, highest: number): Generator<number[]> {
  if (regions === 0) return yield [];
  for (const rest of allMonths(regions - 1, highest)) {
    for (let n = 0; n <= highest; n += 1) yield [...rest, n];
  }
}

function holdsAllBelow(minimum: number, numbers: ReadonlySet<number>): boolean {
  return Array.from({ length: minimum }, (_, n) => n).every((n) => numbers.has(n));
}
