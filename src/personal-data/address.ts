import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import type { Reading, Token } from "./reading.ts";

/** "op nummer 12 in de kerkstraat": tokens between the number and the street. */
const NEAR = 8;
/** "woont sinds kort op de zeedistel 14": tokens between "woont" and the number. */
const LIVING_REACH = 7;

/** "Kanaaldijk-Oost 73". */
const PARTS_OF_TOWN = new Set(["oost", "west", "noord", "zuid"]);

/** "huisnummer 614". */
const HOUSE_NUMBER = /^huis(?:nummer|nr)$/;
/** "2e", "60%". */
const ORDINAL_OR_SHARE = /^(?:e|de|ste|%)$/;
/** "4,5". */
const IN_NUMBER = /^[.,:/]$/;

type AddressWords = ReturnType<typeof addressWords>;

/** Street with house number, in any case. A street without a number is none. */
export function createAddressCheck(rules: PersonalDataRules): (reading: Reading) => boolean {
  const words = addressWords(rules);
  return ({ tokens }) =>
    tokens.some((_, index) => isHouseNumber(tokens, index, words) && hasStreet(tokens, index, words));
}

function addressWords(rules: PersonalDataRules) {
  const { addresses } = rules;
  const street = new RegExp(`^\\p{L}{3,}(?:${addresses["street-endings"].join("|")})$`, "u");
  const common = new Set(rules["common-words"]);
  return {
    isStreet: (token: Token | undefined) => token?.kind === "word" && street.test(token.key) && !common.has(token.key),
    longStreets: new Set(addresses["streets-of-more-words"]),
    numberWords: new Set(addresses["house-number-words"]),
    living: new Set(addresses["living-words"]),
    counted: new Set(addresses["counted-things"]),
    common,
  };
}

function isHouseNumber(tokens: readonly Token[], index: number, { counted }: AddressWords): boolean {
  const token = tokens[index];
  if (token?.kind !== "number" || !/^[1-9]\d{0,3}$/.test(token.key)) return false;
  const { key: after = "", glued = false } = tokens[index + 1] ?? {};
  const isPart = tokens[index + 2]?.glued && IN_NUMBER.test(after);
  const isOrdinal = glued && ORDINAL_OR_SHARE.test(after);
  return !isPart && !isOrdinal && !counted.has(after);
}

function hasStreet(tokens: readonly Token[], number: number, words: AddressWords): boolean {
  let before = number - 1;
  while (words.numberWords.has(tokens[before]?.key ?? "") || isLooseMark(tokens[before])) before--;
  if (PARTS_OF_TOWN.has(tokens[before]?.key ?? "")) before -= tokens[before - 1]?.key === "-" ? 2 : 1;
  if (HOUSE_NUMBER.test(tokens[number - 1]?.key ?? "")) return true;
  if (words.isStreet(tokens[before]) || endsLongStreet(tokens, before, words)) return true;
  if (words.numberWords.has(tokens[number - 1]?.key ?? "") && streetNear(tokens, number, words)) return true;
  return livesThere(tokens, before, number, words);
}

function isLooseMark(token: Token | undefined): boolean {
  return token !== undefined && /^[,.:]$/.test(token.key);
}

/** "laan van meerdervoort 12", "nieuwe gracht 4", "plein 1944 12". */
function endsLongStreet(tokens: readonly Token[], end: number, { longStreets, common }: AddressWords): boolean {
  if (longStreets.has(tokens[end]?.key ?? "")) return !common.has(tokens[end - 1]?.key ?? "en");
  for (let at = end - 1; at >= end - 4 && at >= 0; at--) {
    if (longStreets.has(tokens[at]?.key ?? "")) return /^(?:van|der|de|den)$/.test(tokens[at + 1]?.key ?? "");
  }
  return false;
}

function streetNear(tokens: readonly Token[], number: number, { isStreet }: AddressWords): boolean {
  return tokens.slice(Math.max(0, number - NEAR), number + 1 + NEAR).some(isStreet);
}

/** A street without a usual ending, after "woont op" or "adres is": "achterom 5". */
function livesThere(tokens: readonly Token[], before: number, number: number, words: AddressWords): boolean {
  const last = tokens[before];
  if (
    last?.kind !== "word" ||
    (words.common.has(last.key) && !last.capital) ||
    last.key.length < 3 ||
    tokens[number]?.key.length === 4
  )
    return false;
  const start = Math.max(0, number - LIVING_REACH);
  return tokens.slice(start, number).some(({ key }) => words.living.has(key)) && !words.living.has(last.key);
}

const POSTCODE = /(?<![\p{L}\d]|\d[.,/-])([1-9]\d{3})([ -]?)([A-Za-z]{2}|[A-Z] [A-Z])(?![\p{L}\d])/gu;
const UNITS = new Set(["km", "kg", "mg", "ml", "mm", "cm", "gb", "mb", "pp", "eu"]);

/** Dutch postcode: four digits and two letters. "In 2019 is" and "2000 km" are none, "woont op 1506 KM" is one. */
export function createPostcodeCheck(rules: PersonalDataRules): (reading: Reading) => boolean {
  const words = new Set(rules["common-words"]);
  const living = new Set(rules.addresses["living-words"]);
  return ({ text, tokens }) =>
    [...text.matchAll(POSTCODE)].some(([, digits = "", gap, letters = ""]) => {
      const lower = letters.toLowerCase().replace(" ", "");
      if (UNITS.has(lower)) return letters !== lower && tokens.some(({ key }) => living.has(key));
      const mayBeWord = gap !== "" && words.has(lower);
      return !mayBeWord || (letters === letters.toUpperCase() && !/^(19|20)/.test(digits));
    });
}
