import { expect, test } from "@jest/globals";
import { median, quantile } from "../../../src/tools/bench/quantile.ts";
import { medians, type Round, storeTargets, targets } from "../../../src/tools/bench/targets.ts";

const ECHO: Round = { turnsPerSecond: 100, p50Ms: 10, p99Ms: 20, rssMiB: 200, cpuMsPerTurn: 1, storeCallsPerTurn: 0 };

test("a quantile is taken by nearest rank, whatever the order of the values", () => {
  const values = [5, 1, 4, 2, 3];
  expect([quantile(values, 0.99), quantile(values, 0.2), median(values)]).toEqual([5, 1, 3]);
});

test("every measure gets its own median", () => {
  const rounds = [10, 30, 20].map((p50Ms, index) => ({ ...ECHO, p50Ms, rssMiB: 100 - index }));
  expect(medians(rounds)).toMatchObject({ p50Ms: 20, rssMiB: 99 });
});

test("an assistant exactly at the limits meets all targets", () => {
  const assistant = { ...ECHO, turnsPerSecond: 80, p99Ms: 30, rssMiB: 250, storeCallsPerTurn: 2 };
  const click = { ...ECHO, turnsPerSecond: 80 / 0.65, p99Ms: 30 / 1.3 };
  expect(targets([assistant], [ECHO], [click]).map(({ met }) => met)).toEqual([true, true, true, true, true, true]);
});

test("an assistant beyond the limits meets none", () => {
  const assistant = { ...ECHO, turnsPerSecond: 79, p99Ms: 31, rssMiB: 251, storeCallsPerTurn: 2.1 };
  const click = { ...ECHO, turnsPerSecond: 80 / 0.65, p99Ms: 30 / 1.3 };
  const met = targets([assistant], [ECHO], [click]).map((target) => target.met);
  expect(met).toEqual([false, false, false, false, false, false]);
});

test("a slow moment that hits both servers of a round does not change the ratio", () => {
  const slow: Round = { ...ECHO, turnsPerSecond: 50 };
  const [turns] = targets([ECHO, slow], [ECHO, slow], [ECHO, slow]);
  expect(turns?.value).toBe(1);
});

test("a turn with the content store costs the same as without, or is told to cost more, with its spread", () => {
  const same = storeTargets([ECHO, ECHO], [ECHO, { ...ECHO, turnsPerSecond: 50 }]);
  expect(same.map(({ met, spread }) => [met, spread])).toEqual([
    [true, [1, 2]],
    [true, [1, 1]],
  ]);
  const dear: Round = { ...ECHO, turnsPerSecond: 94, cpuMsPerTurn: 1.06 };
  expect(storeTargets([dear], [ECHO]).map(({ met }) => met)).toEqual([false, false]);
});
