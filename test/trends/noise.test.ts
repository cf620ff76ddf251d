import { expect, test } from "@jest/globals";
import { createNoise, MOST_NOISE } from "../../src/trends/noise.ts";

const DRAWS = 40_000;
const noise = createNoise("a secret");
const drawn = Array.from({ length: DRAWS }, (_, box) => noise(`box ${box}`));
const share = (n: number) => drawn.filter((one) => one === n).length / DRAWS;

test("a box always has the same noise, and another under another secret", () => {
  expect(noise("box 1")).toBe(noise("box 1"));
  const other = createNoise("another secret");
  expect(drawn.slice(0, 100).map((_, box) => other(`box ${box}`))).not.toEqual(drawn.slice(0, 100));
});

test("noise is without bias, and each step from zero is half as likely", () => {
  const mean = drawn.reduce((sum, n) => sum + n, 0) / DRAWS;
  expect(Math.abs(mean)).toBeLessThan(0.05);
  // P(n) is 1/3 times 2 to the power of -|n|.
  for (const n of [0, 1, -1, 2, -2, 3, -3, 4, -4]) expect(share(n)).toBeCloseTo(2 ** -Math.abs(n) / 3, 1.9);
  expect(share(0) / share(1)).toBeGreaterThan(1.85);
  expect(share(0) / share(1)).toBeLessThan(2.15);
});

test("noise has an end", () => {
  expect(Math.max(...drawn.map(Math.abs))).toBeLessThanOrEqual(MOST_NOISE);
});
