import { expect, test } from "@jest/globals";
import { toTokens } from "../../src/knowledge/tokens.ts";

test("words are lower case, without accents and punctuation", () => {
  expect(toTokens("Hé, wie COÖRDINEERT dit?!")).toEqual(["he", "wie", "coordineert", "dit"]);
});

test("a plus is a word, so that signs and letters are the same", () => {
  expect(toTokens("MDA++")).toEqual(toTokens("mda plus plus"));
});

test.each(["", "   ", "?!…", "🙂🙂"])("a text without words has none (%j)", (text) => {
  expect(toTokens(text)).toEqual([]);
});
