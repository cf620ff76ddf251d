import { expect, test } from "@jest/globals";
import { createPhrases } from "../../src/personal-data/names/lexicon.ts";
import { readText } from "../../src/personal-data/reading.ts";

const phrases = createPhrases(["van", "van der", "v.d."]);

test("The longest phrase counts.", () => {
  expect(phrases.lengthAt(readText("van der Meer").tokens, 0)).toBe(2);
  expect(phrases.lengthAt(readText("Van Dijk").tokens, 0)).toBe(1);
});

test("Marks are part of a phrase.", () => {
  expect(phrases.lengthAt(readText("v.d. Berg").tokens, 0)).toBe(4);
});

test("Without a phrase, and after the end, the length is 0.", () => {
  const { tokens } = readText("vandaag");
  expect(phrases.lengthAt(tokens, 0)).toBe(0);
  expect(phrases.lengthAt(tokens, 5)).toBe(0);
});
