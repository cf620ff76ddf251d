import { describe, expect, test } from "@jest/globals";
import { isTypo } from "../../../src/safety/danger/typo.ts";

describe("A word is a misspelling", () => {
  test.each([
    ["a letter too many", "gewurrgd", "gewurgd"],
    ["a letter too few", "gewugd", "gewurgd"],
    ["another letter", "gewurkd", "gewurgd"],
    ["two letters swapped", "gewrugd", "gewurgd"],
    ["the second letter wrong", "gawurgd", "gewurgd"],
  ])("with %s.", (_, word, meant) => {
    expect(isTypo(word, meant, 1, false)).toBe(true);
  });

  test("with two mistakes only when two are allowed.", () => {
    expect(isTypo("uitgehuwlijgd", "uitgehuwlijkt", 1, false)).toBe(false);
    expect(isTypo("uitgehuwlijgd", "uitgehuwlijkt", 2, false)).toBe(true);
  });

  test("of a start when it may go on.", () => {
    expect(isTypo("verwrugingen", "verwurg", 1, true)).toBe(true);
    expect(isTypo("verwrugingen", "verwurg", 1, false)).toBe(false);
  });
});

test("A word with more mistakes than allowed is another word.", () => {
  expect(isTypo("gebeurd", "gewurgd", 1, false)).toBe(false);
  expect(isTypo("gewurgdheid", "gewurgd", 1, false)).toBe(false);
  expect(isTypo("gew", "gewurgd", 1, true)).toBe(false);
});
