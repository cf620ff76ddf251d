import { expect, test } from "@jest/globals";
import { withDigits } from "../../src/personal-data/number-words.ts";

test.each([
  ["nul zes, drie drie, tachtig", "063380"],
  ["Nul 6 vijfentwintig", "0625"],
  ["vier april negentien negentig acht", "4 april 1998"],
  ["mei negentien zesenzestig", "mei 1966"],
  ["de eenentwintigste juni tweeduizend zestien", "de 21 juni 2016"],
  ["negentienhonderdtachtig", "1980"],
  ["tweeduizend vijf", "2005"],
  ["negentienhonderd eenenzestig", "1961"],
  ["zes drie vijf twee een vier acht acht nul", "635214880"],
  ["drieëntwintig of achtste", "23 of 8"],
])("%s becomes %s.", (words, digits) => {
  expect(withDigits(words)).toBe(digits);
});

test.each(["een kind", "het gezin", "06-12345678, 3 en 4", "tienermoeder", ""])("%p stays as it is.", (text) => {
  expect(withDigits(text)).toBe(text);
});
