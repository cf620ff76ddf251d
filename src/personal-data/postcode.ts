import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import type { Reading } from "./reading.ts";

const CANDIDATE = /(?<![\p{L}\d]|\d[.,/-])([1-9]\d{3})([ -]?)([A-Za-z]{2}|[A-Z] [A-Z])(?![\p{L}\d])/gu;
/** Not given out by PostNL, because of their meaning in the Second World War. */
const NEVER_USED = new Set(["sa", "sd", "ss"]);
const UNITS = new Set(["km", "kg", "mg", "ml", "mm", "cm", "gb", "mb", "pp", "eu"]);

/** Dutch postcode: four digits and two letters. "In 2019 is" and "2000 km" are none, "woont op 1506 KM" is one. */
export function createPostcodeCheck(rules: PersonalDataRules): (reading: Reading) => boolean {
  const words = new Set(rules["common-words"]);
  const living = new Set(rules.addresses["living-words"]);
  return ({ text, tokens }) =>
    [...text.matchAll(CANDIDATE)].some(([, digits = "", gap, letters = ""]) => {
      const lower = letters.toLowerCase().replace(" ", "");
      if (NEVER_USED.has(lower)) return false;
      if (UNITS.has(lower)) return letters !== lower && tokens.some(({ key }) => living.has(key));
      const mayBeWord = gap !== "" && words.has(lower);
      return !mayBeWord || (letters === letters.toUpperCase() && !/^(19|20)/.test(digits));
    });
}
