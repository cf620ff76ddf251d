import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import { digitsAfter } from "./digits-after.ts";
import type { Reading } from "./reading.ts";

const CANDIDATE =
  /(?<![\p{L}\d]|\d[.,/-])(?:\d{8,9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3}|\d{2}\.\d{3}\.\d{3})(?![\p{L}\d]|[.,/-]\d)/gu;
/** Nine digits together are hardly ever anything else, also with a slip of the finger. */
const UNBROKEN = /^[1-9]\d{8}$/;

/** Words and marks between "bsn" and the number: "bsn van de moeder, zegt ze, is 111222333". */
const REACH = 9;

/** Burgerservicenummer: 8 or 9 digits that pass the 11-proef, 9 digits together, or any 8 or 9 digits after "bsn". */
export function createBsnCheck({ numbers }: PersonalDataRules): (reading: Reading) => boolean {
  const announced = new Set(numbers.bsn);
  const others = new Set(numbers["other-numbers"]);
  return ({ text, tokens }) => {
    const isOther = tokens.some(({ key }) => others.has(key));
    return (
      [...text.matchAll(CANDIDATE)].some(
        ([match]) => (!isOther && UNBROKEN.test(match)) || passesElfproef(match.replace(/\D/g, "")),
      ) || tokens.some(({ key }, index) => announced.has(key) && /^\d{8,9}$/.test(digitsAfter(tokens, index, REACH)))
    );
  };
}

/** Source of the rule: Logisch Ontwerp BSN; the weights are 9 to 2, and -1 for the last digit. */
function passesElfproef(digits: string): boolean {
  const nine = [...digits.padStart(9, "0")].map(Number);
  const sum = nine.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && /[1-9]/.test(digits);
}
