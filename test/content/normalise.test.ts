import { expect, test } from "@jest/globals";
import { normalise } from "../../src/content/normalise.ts";

test.each([
  ["Stop!", "stop"],
  ["TOP-3", "top3"],
  ["MDA++", "mda++"],
  ["  wat   nu\t? ", "wat nu"],
  ["Privé", "prive"],
  ["coördinatie", "coordinatie"],
  ["…", ""],
])("%j is compared as %j", (typed, compared) => {
  expect(normalise(typed)).toBe(compared);
});

test("normalising twice changes nothing more", () => {
  const once = normalise(" Eén Té veel: 'ja'\n+ nee ");
  expect(normalise(once)).toBe(once);
});
