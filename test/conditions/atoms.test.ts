import { expect, test } from "@jest/globals";
import { atoms } from "../../src/conditions/atoms.ts";

test("the atoms of a condition are all of them, however deep, in the order in which they are written", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((question) => ({ question, is: ["ja"] })) as [
    never,
    never,
    never,
    never,
  ];
  expect(atoms({ all: [a, { any: [b, { none: [c] }] }, d] })).toEqual([a, b, c, d]);
});
