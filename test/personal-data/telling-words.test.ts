import { expect, test } from "@jest/globals";
import { createPersonalDataCheck } from "../../src/personal-data/personal-data-check.ts";
import { kindsWithWords, tellingWords } from "../../src/personal-data/telling-words.ts";
import { REAL_RULES } from "./real-rules.ts";

const see = createPersonalDataCheck(REAL_RULES);

test.each([
  ["gisteren belde mevrouw bakker over de kinderen", "naam", "mevrouw bakker"],
  ["Ik bel straks. vader en fatima komen morgen naar het gesprek.", "naam", "fatima"],
  ["bel mij op 06 12345678 na drie uur", "telefoon", "06 12345678"],
  ["fatima en mevrouw bakker waren er", "naam", "mevrouw bakker"],
  ["ze woont sinds mei in de kerkstraat 12 boven", "adres", "kerkstraat 12"],
] as const)("In %j it is by these words that %s is seen: %s.", (text, kind, words) => {
  expect(tellingWords(text, kind, see)).toBe(words);
});

test("Each kind is told with its words, and without when only the whole text tells it.", () => {
  const text = "De auto staat er weer. Het was 12abc3, zegt fatima.";
  expect(kindsWithWords(text, see)).toEqual(["kenteken", "naam (door “fatima”)"]);
});

test("In a text without personal data no words tell of them.", () => {
  expect(tellingWords("het gezin komt morgen", "naam", see)).toBe("");
});
