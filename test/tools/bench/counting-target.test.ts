import { expect, test } from "@jest/globals";
import { countingTarget } from "../../../src/tools/bench/counting-target.ts";

test("counting a turn is measured, in milliseconds, against its limit", () => {
  const { value, target, met } = countingTarget();
  expect(Number.isFinite(value)).toBe(true);
  expect(value).toBeLessThan(5);
  expect(target).toBe("<= 0.2");
  expect(met).toBe(value <= 0.2);
});
