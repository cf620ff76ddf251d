import { getCountrySpecifications, isValidIBAN } from "ibantools";
import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import type { Reading } from "./reading.ts";

const START = /(?<![A-Z\d])[A-Z]{2}[ .-]?\d{2}/g;
/** The longest IBAN has 34 characters; with a separator after each it fits in twice that. */
const LONGEST = 68;
const DUTCH_SHAPE = /NL\d{2}[A-Z]{4}\d{10}/;

/** IBAN of any country (mod 97), or a Dutch one with a typing mistake in a text about an account. */
export function createIbanCheck({ numbers }: PersonalDataRules): (reading: Reading) => boolean {
  const lengths = getCountrySpecifications();
  const announced = new Set(numbers.iban);
  return ({ text, tokens }) => {
    const upper = text.toUpperCase();
    const candidates = [...upper.matchAll(START)].map(({ index }) =>
      upper.slice(index, index + LONGEST).replace(/[ .-]/g, ""),
    );
    const valid = (candidate: string) => isValidIBAN(candidate.slice(0, lengths[candidate.slice(0, 2)]?.chars ?? 0));
    if (candidates.some(valid)) return true;
    return candidates.some((candidate) => DUTCH_SHAPE.test(candidate)) && tokens.some(({ key }) => announced.has(key));
  };
}
