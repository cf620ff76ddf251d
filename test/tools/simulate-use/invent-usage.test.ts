import { beforeAll, expect, test } from "@jest/globals";
import type { Content } from "../../../src/content/content.ts";
import { inventUsage } from "../../../src/tools/simulate-use/invent-usage.ts";
import { type Counter, METRICS, type Metric, NO_REGION } from "../../../src/usage/count.ts";
import { realContent } from "../../support/real-content.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const OPTIONS = { uses: 20_000, weeks: 12, regions: 8, seed: 1, now: NOW, pool: 150 };

/** However many regions staff have filled in. */
const OWN_REGIONS = 2;
const INVENTED = ["demo-03", "demo-04", "demo-05", "demo-06", "demo-07", "demo-08"];

let content: Content;
let counters: Counter[];

beforeAll(async () => {
  const real = await realContent();
  content = { ...real, regions: new Map([...real.regions].slice(0, OWN_REGIONS)) };
  counters = [...inventUsage(content, OPTIONS)].flat();
});

function sum(metric: Metric, value = ""): number {
  const found = counters.filter((counter) => counter.metric === metric && counter.value.startsWith(value));
  return found.reduce((total, { n }) => total + n, 0);
}

test("exactly as many walks are started as was asked", () => {
  expect(sum("walk-started")).toBe(OPTIONS.uses);
});

test("every walk is finished, or stopped or left in a phase of it", () => {
  for (const { id } of content.flows.values()) {
    const endings = sum("walk-finished", id) + sum("walk-stopped", `${id}/`) + sum("walk-left", `${id}/`);
    expect(endings).toBe(sum("walk-started", id));
    expect(sum("walk-left", `${id}/`)).toBeGreaterThan(0);
  }
});

test("MDA++ comes up in a few of a hundred walks, and 112 too, as in practice", () => {
  const advised = (flow: string, advice: string) =>
    sum("walk-advised", `${flow}/${advice}`) / sum("walk-started", flow);
  expect(advised("top3", "mda")).toBeGreaterThan(0.005);
  expect(advised("top3", "mda")).toBeLessThan(0.1);
  expect(advised("top3", "nu")).toBeLessThan(0.06);
});

test("who does not say a region counts without one", () => {
  const without = counters.filter(({ region, metric }) => region === NO_REGION && metric === "walk-started");
  const share = without.reduce((total, { n }) => total + n, 0) / OPTIONS.uses;
  expect(share).toBeGreaterThan(0.1);
  expect(share).toBeLessThan(0.3);
});

test("the same seed gives the same counters, and another seed gives others", () => {
  const few = (seed: number) => [...inventUsage(content, { ...OPTIONS, uses: 200, pool: 10, seed })].flat();
  expect(few(1)).toEqual(few(1));
  expect(few(2)).not.toEqual(few(1));
});

test("all weeks and regions are there, and regions that do not exist can be told by their id", () => {
  const weeks = [...new Set(counters.map(({ week }) => week))];
  expect(weeks).toHaveLength(OPTIONS.weeks);
  expect([weeks[0], weeks.at(-1)]).toEqual(["2025-W51", "2026-W10"]);
  const regions = new Set(counters.map(({ region }) => region));
  expect(regions).toEqual(new Set([...content.regions.keys(), ...INVENTED, NO_REGION]));
});

test("everything that is counted is invented, with values of the real content, each once and never zero", () => {
  expect(new Set(counters.map(({ metric }) => metric))).toEqual(new Set(Object.keys(METRICS)));
  const known = (metric: Metric) => counters.filter((counter) => counter.metric === metric).map(({ value }) => value);
  for (const value of known("question-unknown")) expect(content.questions.has(value)).toBe(true);
  for (const value of known("article-shown")) expect(content.articles.has(value)).toBe(true);
  for (const value of known("link-offered")) expect(content.links.has(value)).toBe(true);
  const signals = content.signalGroups.flatMap((group) => group.signals.map(({ id, level }) => `${id}/${level}`));
  for (const value of known("signal-shown")) expect(signals).toContain(value);
  const keys = counters.map(({ region, week, metric, value }) => `${region} ${week} ${metric} ${value}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(Math.min(...counters.map(({ n }) => n))).toBeGreaterThan(0);
});

test("few uses give few counters", () => {
  const few = [...inventUsage(content, { ...OPTIONS, uses: 3 })].flat();
  expect(few.filter(({ metric }) => metric === "walk-started").reduce((total, { n }) => total + n, 0)).toBe(3);
});
