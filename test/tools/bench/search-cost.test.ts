import { expect, test } from "@jest/globals";
import type { Content } from "../../../src/content/content.ts";
import { measureSearch, searchTargets } from "../../../src/tools/bench/search-cost.ts";
import { ARTICLES, SYNONYMS } from "../../knowledge/support/small-knowledge.ts";

const cost = (articles: number, cpuMsPerQuestion: number) => ({ articles, cpuMsPerQuestion, readMs: 1 });

test("every number of articles is measured", () => {
  const content = { articles: new Map(ARTICLES.map((each) => [each.id, each])), synonyms: SYNONYMS };
  const costs = measureSearch(content as unknown as Content, [2, 40]);
  expect(costs.map(({ articles }) => articles)).toEqual([2, 40]);
  for (const { cpuMsPerQuestion, readMs } of costs) {
    expect(cpuMsPerQuestion).toBeGreaterThan(0);
    expect(readMs).toBeGreaterThan(0);
  }
});

test("growth in proportion to the number of articles is good enough, and more is not", () => {
  const met = (...costs: ReturnType<typeof cost>[]) => searchTargets(costs).map((target) => target.met);
  expect(met(cost(100, 1), cost(1000, 10), cost(5000, 40))).toEqual([true, true, true]);
  expect(met(cost(100, 1), cost(1000, 11))).toEqual([true, false]);
  expect(met(cost(100, 6))).toEqual([false]);
});
