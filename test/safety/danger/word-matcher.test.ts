import { expect, test } from "@jest/globals";
import { createWordMatcher } from "../../../src/safety/danger/word-matcher.ts";

const match = createWordMatcher(["mes", "wurg*", "slaat", "vermoord*", "bedreigt", "ge*", "gewurgd"], ["veroordeel*"]);

test("A word fits itself and every pattern that it starts with.", () => {
  expect(match("mes")).toEqual(["mes"]);
  expect(match("wurgde")).toEqual(["wurg*"]);
  expect(match("fiets")).toEqual([]);
});

test("A long word may be misspelt, a short one may not.", () => {
  expect(match("bedreight")).toEqual(["bedreigt"]);
  expect(match("vermorodde")).toEqual(["vermoord*"]);
  expect(match("staat")).toEqual([]);
});

test("The first letter must be right.", () => {
  expect(match("dedreigt")).toEqual([]);
});

test("An ordinary word is no misspelling.", () => {
  expect(match("veroordeeld")).toEqual([]);
});

test("A short start says too little to make a word right.", () => {
  expect(match("gewrugd")).toEqual(["ge*", "gewurgd"]);
  expect(match("gewurgd")).toEqual(["gewurgd", "ge*"]);
});

test("A word as long as a message fits nothing.", () => {
  expect(match("a".repeat(4000))).toEqual([]);
});
