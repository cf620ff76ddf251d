import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import type { Reading } from "./reading.ts";

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
