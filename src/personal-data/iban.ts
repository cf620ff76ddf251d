import { getCountrySpecifications } from "ibantools";
import type { Reading } from "./reading.ts";

const START = /(?<![A-Z\d])[A-Z]{2}[ .-]?\d{2}/g;
/** The longest IBAN has 34 characters; with a separator after each it fits in twice that. */
const LONGEST = 68;

/** IBAN of any country, by its length and what stands where. With a typing mistake it is still someone's. */
export function createIbanCheck(): (reading: Reading) => boolean {
  const countries = getCountrySpecifications();
  return ({ text }) => {
    const upper = text.toUpperCase();
    return [...upper.matchAll(START)].some(({ index }) => {
      const iban = upper.slice(index, index + LONGEST).replace(/[ .-]/g, "");
      const { chars, bban_regexp: shape } = countries[iban.slice(0, 2)] ?? {};
      return chars != null && shape != null && iban.length >= chars && new RegExp(shape).test(iban.slice(4, chars));
    });
  };
}
