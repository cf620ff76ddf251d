import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { binomial, createRandom, divide } from "../../../src/tools/simulate-use/random.ts";

test("the same seed gives the same numbers, another seed gives others, all from 0 up to 1", () => {
  const draw = (seed: number) => Array.from({ length: 1000 }, createRandom(seed));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  const numbers = draw(3);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.reduce((sum, number) => sum + number, 0) / 1000).toBeCloseTo(0.5, 1);
});

test.each([10, 100_000])("of %d tries about as many succeed as the chance says", (n) => {
  const random = createRandom(1);
  const drawn = Array.from({ length: 2000 }, () => binomial(random, n, 0.3));
  const mean = drawn.reduce((sum, number) => sum + number, 0) / drawn.length;
  expect(Math.abs(mean - n * 0.3)).toBeLessThan(4 * Math.sqrt((n * 0.3 * 0.7) / drawn.length));
  expect(new Set(drawn).size).toBeGreaterThan(5);
});

test("never more succeed than were tried, nor fewer than none", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.double({ min: -1, max: 2, noNaN: true }), fc.integer(), (n, chance, seed) => {
      const drawn = binomial(createRandom(seed), n, chance);
      expect(Number.isInteger(drawn) && drawn >= 0 && drawn <= n).toBe(true);
    }),
  );
});

test("what is divided adds up", () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(fc.nat(1_000_000), weights, fc.integer(), (n, parts, seed) => {
      const divided = divide(createRandom(seed), n, parts);
      expect(divided).toHaveLength(parts.length);
      expect(Math.min(...divided)).toBeGreaterThanOrEqual(0);
      expect(divided.reduce((sum, part) => sum + part, 0)).toBe(n);
    }),
  );
});
