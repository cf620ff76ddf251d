import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import { digitsAfter } from "./numbers.ts";
import type { Reading } from "./reading.ts";

/** A plus, a zero or the Dutch mobile 316, not inside a word or a longer number. */
const START = /(?<![\p{L}\d]|\d[.,/-])(?:\+|\(?0|31 ?6)/gu;
/** "O6 3175 9248". */
const LETTER_O = /(?<![\p{L}\d])[oO](?=6[ -]?\d)/gu;
const DATE = /^\d{2}([-./ ])\d{1,2}\1\d{4}/;
/** Numbers of organisations: 0800, 0900, 088 and the like. */
const OF_ORGANISATIONS = new Set(["TOLL_FREE", "PREMIUM_RATE", "SHARED_COST", "UAN", "VOICEMAIL"]);
/** E.164: at most 15 digits, with the 00 of an international call before it. */
const MOST_DIGITS = 17;

/** Dutch numbers in any spelling and foreign ones with + or 00; not 112, 0800-2000, 0900-8844 or 14072. */
export function createPhoneNumberCheck({ numbers }: PersonalDataRules): (reading: Reading) => boolean {
  const announced = new Set(numbers.telefoon);
  return ({ text: typed, tokens }) => {
    const text = typed.replace(LETTER_O, "0");
    return (
      [...text.matchAll(START)].some(({ index }) => isPhoneNumber(takeNumber(text, index))) ||
      tokens.some(({ key }, index) => announced.has(key) && isLocalNumber(digitsAfter(tokens, index, 3)))
    );
  };
}

/** The number that starts at `index`, with its separators. A Dutch number ends after its tenth digit. */
function takeNumber(text: string, index: number): string {
  const most = /^(?:\+|00)/.test(text.slice(index, index + 2)) ? MOST_DIGITS : text[index] === "3" ? 11 : 10;
  let digits = 0;
  let end = index;
  for (let at = index; at < text.length && at - end < 4; at++) {
    const letter = text[at] ?? "";
    if (!/[\d ()./+-]/.test(letter)) break;
    if (!/\d/.test(letter)) continue;
    if (digits === most) return isSeparated(text, at) ? text.slice(index, end) : "";
    digits++;
    end = at + 1;
  }
  return text.slice(index, end);
}

function isSeparated(text: string, at: number): boolean {
  return !/\d/.test(text[at - 1] ?? "");
}

function isPhoneNumber(candidate: string): boolean {
  const digits = candidate.replace(/\D/g, "");
  if (digits.length < 9 || DATE.test(candidate)) return false;
  if (candidate.startsWith("31")) return digits.length === 11;
  if (!/^(?:\+|00)/.test(candidate) && !startsLikeDutch(candidate, digits)) return false;
  const international = candidate.startsWith("00") ? `+${candidate.slice(2)}` : candidate;
  const number = parsePhoneNumberFromString(international, "NL");
  return number?.isPossible() === true && !OF_ORGANISATIONS.has(number.getType() ?? "");
}

/** 06, an area code of three or four digits, or all ten digits together. */
function startsLikeDutch(candidate: string, digits: string): boolean {
  const group = /\d+/.exec(candidate)?.[0] ?? "";
  return digits.length === 10 && (digits.startsWith("06") || [3, 4, 10].includes(group.length));
}

/** The last part of a number, after a word such as "tel". */
function isLocalNumber(digits: string): boolean {
  return /^[1-9]\d{5,8}$/.test(digits) && !digits.startsWith("14");
}
