import { expect, test } from "@jest/globals";
import type { Count } from "../../src/usage/count.ts";
import { toCounters } from "../../src/usage/to-counters.ts";

const NOW = new Date("2026-03-11T12:00:00Z");
const started: Count = { metric: "walk-started", value: "top3" };
const shown: Count = { metric: "article-shown", value: "mda" };

test("the counts of a turn become counters of its region and week, each combination once", () => {
  const place = { region: "alkmaar", week: "2026-W11" };
  expect(toCounters([started, shown, started, started], "alkmaar", NOW)).toEqual([
    { ...place, ...started, n: 3 },
    { ...place, ...shown, n: 1 },
  ]);
});

test("without a region they are of none", () => {
  expect(toCounters([shown], undefined, NOW)).toEqual([{ region: "geen-regio", week: "2026-W11", ...shown, n: 1 }]);
  expect(toCounters([], "alkmaar", NOW)).toEqual([]);
});
