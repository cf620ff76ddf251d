import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { addPart, countersOf, type UsageDocument } from "../../../src/stores/cosmos/usage-document.ts";
import type { UsagePart } from "../../../src/stores/usage-part.ts";
import { counter } from "../support/some-counters.ts";

const PLACE = { region: "alkmaar", week: "2026-W09" };

function partOf(instance: string, flush: number, n = 1): UsagePart {
  return { ...PLACE, instance, flush, counters: [counter({ ...PLACE, n })] };
}

function add(document: UsageDocument | undefined, part: UsagePart): UsageDocument | undefined {
  return addPart(document, part) ?? document;
}

test("a part makes the document when there is none, and is in it once", () => {
  const document = addPart(undefined, partOf("a", 1, 3));
  expect(document).toEqual({
    id: "2026-W09",
    region: "alkmaar",
    counts: { "walk-started": { top3: 3 } },
    taken: { a: 1 },
  });
  expect(addPart(document, partOf("a", 1, 3))).toBeUndefined();
});

test("a part leaves the document that was read as it was", () => {
  const document = addPart(undefined, partOf("a", 1)) as UsageDocument;
  const before = structuredClone(document);
  addPart(document, partOf("b", 1));
  expect(document).toEqual(before);
});

test("an earlier flush of the same instance is not added again, of another instance it is", () => {
  const document = addPart(undefined, partOf("a", 2)) as UsageDocument;
  expect(addPart(document, partOf("a", 1))).toBeUndefined();
  expect(addPart(document, partOf("b", 1))?.taken).toEqual({ a: 2, b: 1 });
});

test("however often flushes are sent again, and however instances take turns, the sum is exact", () => {
  const sends = fc.array(fc.record({ instance: fc.constantFrom("a", "b", "c"), again: fc.nat(3), n: fc.nat(9) }));
  fc.assert(
    fc.property(sends, (steps) => {
      const flushes = new Map<string, number>();
      let document: UsageDocument | undefined;
      for (const { instance, again, n } of steps) {
        const flush = (flushes.get(instance) ?? 0) + 1;
        flushes.set(instance, flush);
        for (let times = 0; times <= again; times += 1) document = add(document, partOf(instance, flush, n));
      }
      const sum = document === undefined ? 0 : countersOf(document).reduce((total, { n }) => total + n, 0);
      expect(sum).toBe(steps.reduce((total, { n }) => total + n, 0));
    }),
  );
});
