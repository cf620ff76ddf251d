import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { createFeatureTable, placeOf } from "../../src/language/feature-table.ts";

const KEYS = fc.uniqueArray(fc.nat({ max: 0xffffffff }), { maxLength: 300 });
const sorted = (keys: readonly number[]) => Uint32Array.from(keys).sort();

test("every key has a place of its own, but for the rare ones that are cut alike", () => {
  fc.assert(
    fc.property(KEYS, (keys) => {
      const table = createFeatureTable(sorted(keys));
      const places = keys.map((key) => placeOf(table, key));
      expect(new Set(places).size).toBe(table.rests.length);
      for (const place of places) expect(table.rests[place]).toBeDefined();
    }),
  );
});

test("a key that is not there is hardly ever found", () => {
  const key = (at: number) => Math.imul(at, 0x9e3779b1) >>> 0;
  const table = createFeatureTable(sorted(Array.from({ length: 5000 }, (_, at) => key(at))));
  const found = Array.from({ length: 5000 }, (_, at) => placeOf(table, key(at + 5000))).filter((place) => place >= 0);
  expect(table.rests.length).toBe(5000);
  expect(found.length).toBeLessThan(20);
});

test("an empty table holds nothing", () => {
  expect(placeOf(createFeatureTable(new Uint32Array()), 7)).toBe(-1);
});
