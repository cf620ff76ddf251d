import { expect, test } from "@jest/globals";
import { createLexicon } from "../../src/knowledge/lexicon.ts";
import { createVocabulary } from "../../src/knowledge/vocabulary.ts";
import { ARTICLES, article, SYNONYMS } from "./support/small-knowledge.ts";

const words = article("woorden", {
  words: ["veiligheid", "plannen", "team", "voorwaarde", "vermoeden", "wijk", "leden", "aandachtsfunctionaris"],
});
const vocabulary = createVocabulary([...ARTICLES, words], createLexicon(SYNONYMS));

test.each([
  ["veiligheidpaln", "veiligheidsplan"],
  ["veiligheidsplna", "veiligheidsplan"],
  ["vermoedn", "vermoeden"],
  ["aandachtsfunctonaris", "aandachtsfunctionaris"],
])("%s is read as %s", (typed, meant) => {
  expect(vocabulary.correct(typed)).toBe(meant);
});

test.each(["plannen", "veiligheidsplan", "vt", "vergoed", "2000", "xqzwvbnmk"])("%s is not changed", (typed) => {
  expect(vocabulary.correct(typed)).toBeUndefined();
});

test.each([
  ["veiligheidsplannen", ["veiligheids", "plannen"]],
  ["veiligheidsteamleden", ["veiligheids", "team", "leden"]],
  ["wijkteamleden", ["wijkteam", "leden"]],
])("the compound %s has parts that the articles know", (compound, parts) => {
  expect(vocabulary.partsOf(compound)).toEqual(parts);
});

test("a word that is no compound has no parts", () => {
  expect(vocabulary.partsOf("vermoeden")).toEqual([]);
  expect(vocabulary.partsOf("fietsplan")).toEqual([]);
});

test("a number that no article has is unknown", () => {
  expect(vocabulary.isUnknownNumber("37")).toBe(true);
  expect(vocabulary.isUnknownNumber("0800")).toBe(false);
  expect(vocabulary.isUnknownNumber("plan")).toBe(false);
});
