import { expect, test } from "@jest/globals";
import { backoff } from "../src/backoff.ts";

const USUAL = { firstMs: 100, maxMs: 1000, retryAfterMs: undefined, random: 0 };

test("the wait doubles with every failure, up to its maximum", () => {
  const waits = [1, 2, 3, 4, 5, 60].map((failures) => backoff({ ...USUAL, failures }));
  expect(waits).toEqual([50, 100, 200, 400, 500, 500]);
});

test("chance spreads the wait between half and all of it", () => {
  expect(backoff({ ...USUAL, failures: 1, random: 0.5 })).toBe(75);
  expect(backoff({ ...USUAL, failures: 1, random: 0.999 })).toBeLessThan(100);
});

test("what the other side asks for comes on top, so it is never cut short", () => {
  expect(backoff({ ...USUAL, failures: 1, retryAfterMs: 5000 })).toBe(5050);
});
