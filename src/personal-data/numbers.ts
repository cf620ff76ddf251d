import { getCountrySpecifications } from "ibantools";
import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import { fold } from "../language/normalise.ts";
import type { Reading, Token } from "./reading.ts";

const BSN =
  /(?<![\p{L}\d]|\d[.,/-])(?:\d{8,9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3}|\d{2}\.\d{3}\.\d{3})(?![\p{L}\d]|[.,/-]\d)/gu;
/** Nine digits together are hardly ever anything else, also with a slip of the finger. */
const UNBROKEN = /^[1-9]\d{8}$/;

/** Words and marks between "bsn" and the number: "bsn van de moeder, zegt ze, is 111222333". */
const BSN_REACH = 9;

/** Burgerservicenummer: 8 or 9 digits that pass the 11-proef, 9 digits together, or any 8 or 9 digits after "bsn". */
export function createBsnCheck({ numbers }: PersonalDataRules): (reading: Reading) => boolean {
  const announced = new Set(numbers.bsn);
  const others = new Set(numbers["other-numbers"]);
  return ({ text, tokens }) => {
    const isOther = tokens.some(({ key }) => others.has(key));
    return (
      [...text.matchAll(BSN)].some(
        ([match]) => (!isOther && UNBROKEN.test(match)) || passesElfproef(match.replace(/\D/g, "")),
      ) ||
      tokens.some(({ key }, index) => announced.has(key) && /^\d{8,9}$/.test(digitsAfter(tokens, index, BSN_REACH)))
    );
  };
}

/** Source of the rule: Logisch Ontwerp BSN; the weights are 9 to 2, and -1 for the last digit. */
function passesElfproef(digits: string): boolean {
  const nine = [...digits.padStart(9, "0")].map(Number);
  const sum = nine.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && /[1-9]/.test(digits);
}

const IBAN_START = /(?<![A-Z\d])[A-Z]{2}[ .-]?\d{2}/g;
/** The longest IBAN has 34 characters; with a separator after each it fits in twice that. */
const LONGEST_IBAN = 68;

/** IBAN of any country, by its length and what stands where. With a typing mistake it is still someone's. */
export function createIbanCheck(): (reading: Reading) => boolean {
  const countries = getCountrySpecifications();
  return ({ text }) => {
    const upper = text.toUpperCase();
    return [...upper.matchAll(IBAN_START)].some(({ index }) => {
      const iban = upper.slice(index, index + LONGEST_IBAN).replace(/[ .-]/g, "");
      const { chars, bban_regexp: shape } = countries[iban.slice(0, 2)] ?? {};
      return chars != null && shape != null && iban.length >= chars && new RegExp(shape).test(iban.slice(4, chars));
    });
  };
}

const YEAR = /^(?:19|20)\d{2}$/;
const DATE = /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})$/;
/** 0800-2000 and 0900-8844. */
const SERVICE_NUMBER = /^0[89]00/;
/** A count of meldingen or dossiers is shorter than this. */
const LEAST_DIGITS = 4;
const MARKS = "[\\s.:#=('\"-]*";
const CALLED = "(?:nummer|nrs?|no|code|id)";
/** Digits with letters before and after them: "VT-2024-118", "C/15/338123", "2025.INK.4096". */
const CODE = "((?:[a-z]{1,4}[-/.]?){0,2}\\d[\\da-z]*(?:[-/.][\\da-z]+| \\d+)*)";
/** "het kenmerk op de brief is": what stands between the word and the number. */
const ASIDE = "(?:[^.!?\\d]{0,40} is )?";

/** Number of a dossier, zaak, casus, cliënt or melding: "zaaknr 88123", "V-nummer 274.851.9036", "dossier 2023-4471". */
export function createDossierNumberCheck({ numbers }: PersonalDataRules): (reading: Reading) => boolean {
  const bare = numbers.dossier.join("|");
  const all = `${bare}|${numbers["dossier-with-nummer"].join("|")}`;
  const announced = new RegExp(
    `(?<!\\p{L})(?:(?:${all})s?[ -]?(${CALLED})|(?:${bare}))(?!\\p{L})${ASIDE}${MARKS}(?:(${CALLED}|is|met|onder)(?!\\p{L})${MARKS})*${CODE}`,
    "gu",
  );
  return ({ text }) =>
    [...fold(text).matchAll(announced)].some(([, ...groups]) => {
      const code = groups.pop() ?? "";
      const isCalled = groups.some((word) => word !== undefined && new RegExp(`^${CALLED}$`).test(word));
      const digits = code.replace(/\D/g, "").length;
      if (DATE.test(code) || SERVICE_NUMBER.test(code)) return false;
      return isCalled ? digits >= 2 : digits >= LEAST_DIGITS && !YEAR.test(code);
    });
}

/** The Dutch side codes (RDW, sidecodes 1 to 14): X a letter, 9 a digit. */
const SIDE_CODES = [
  ["XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9"],
  ["9-XXX-99", "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9"],
].flat();
/** Newer codes, that look like nothing else without hyphens. */
const DISTINCT = SIDE_CODES.slice(6);

const HYPHENED = plates(SIDE_CODES, "-", "giu");
const SPACED = plates(SIDE_CODES, " ", "gu");
const JOINED = plates(DISTINCT, "", "gu");
const ANNOUNCED = plates(SIDE_CODES, "[ -]?", "giu");

/** "pools kenteken WGM 4827K": any plate right after its word. */
const FOREIGN =
  /(?<!\p{L})(?:kenteken(?:plaat)?|nummerbord|nummerplaat)(?: is|:)? (?=[A-Z\d -]{0,8}\d)(?=[A-Z\d -]{0,8}[A-Z])[A-Z\d]{1,8}(?:[ -][A-Z\d]{1,6}){0,2}(?!\p{L})/u;

/** Dutch licence plate: with hyphens, in capitals, or in any spelling in a text about a car. */
export function createLicencePlateCheck(rules: PersonalDataRules): (reading: Reading) => boolean {
  const announced = new Set(rules.numbers.kenteken);
  const words = new Set(rules["common-words"]);
  const isPlate = (plate: string) =>
    !(plate.match(/[A-Za-z]{2,}/g) ?? []).some((part) => words.has(part.toLowerCase()));
  return ({ text, tokens }) => {
    if (FOREIGN.test(text)) return true;
    const shapes = tokens.some(({ key }) => announced.has(key)) ? [ANNOUNCED] : [HYPHENED, SPACED, JOINED];
    return shapes.some((shape) => [...text.matchAll(shape)].some(([plate]) => isPlate(plate)));
  };
}

function plates(codes: readonly string[], separator: string, flags: string): RegExp {
  const shapes = codes.map((code) =>
    code.replace(/X+|9+|-/g, (part) =>
      part === "-" ? separator : `${part.startsWith("X") ? "[A-Z]" : "\\d"}{${part.length}}`,
    ),
  );
  return new RegExp(`(?<![\\p{L}\\d]|[\\p{L}\\d]-)(?:${shapes.join("|")})(?![\\p{L}\\d]|-[\\p{L}\\d])`, flags);
}

/**
 * The digits of the first number after `index`, with its groups joined ("111 222 333", "55.812");
 * empty when there is none within `reach` tokens.
 */
export function digitsAfter(tokens: readonly Token[], index: number, reach: number): string {
  let at = index + 1;
  while (at <= index + reach && tokens[at] && tokens[at]?.kind !== "number") at++;
  let digits = "";
  while (at < tokens.length) {
    const token = tokens[at];
    if (token?.kind === "number") digits += token.key;
    else if (!(token && digits && isSeparator(token) && tokens[at + 1]?.kind === "number")) break;
    at++;
  }
  return digits;
}

function isSeparator({ key }: Token): boolean {
  return key === "." || key === "-" || key === "/";
}
