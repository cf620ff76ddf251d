import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import { fold } from "../language/normalise.ts";
import type { Reading } from "./reading.ts";

/** A date as written; `year` is 0 when left out. */
interface FoundDate {
  index: number;
  end: number;
  year: number;
}

type DateWords = ReturnType<typeof dateWords>;

const EARLIEST_YEAR = 1910;
/** After "op" or "per" a date from this year on is an event; an older one is more likely a birth. */
const LATEST_PARENT = 2000;
/** Characters around a date in which its words stand. */
const NEAR = 120;
/** Two digits from here on are a year of the last century. */
const LAST_CENTURY = 30;

const NUMERIC = /(?<![\p{L}\d]|\d[.,/-])(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4}|'?\d{2})(?![\p{L}\d]|[.,/-]\d)/gu;
const ISO = /(?<![\p{L}\d]|\d[.,/-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\p{L}\d]|[.,/-]\d)/gu;
const COMPACT = /(?<![\p{L}\d]|\d[.,/-])(?:\d{6}|\d{8}|\d{1,2}[-/]\d{1,2})(?![\p{L}\d]|[.,/-]\d)/gu;
/** "A.K., geb. 1994", "R.S. (1961)"; "Bowlby, J. (1969)" is a book. */
const INITIALS_WITH_YEAR =
  /(?<!\p{Lu}\p{L}*, ?|[\p{L}.])(?:(?:\p{Lu}\.){1,4}|\p{Lu}{1,3}(?=[ ,(]+geb)),? ?(?:\(|\(?(?:geb(?:oren)?\.?|uit|van) (?:in )?)(?:'\d\d|(?:19|20)\d\d)(?!\d)/u;

/**
 * Date of birth: any date beside a birth word, or a full date that is a person's and not an event's
 * ("moeder 12-03-1985", not "overleg op 12-03-2025"); and initials with a year of birth.
 */
export function createBirthDateCheck(rules: PersonalDataRules): (reading: Reading) => boolean {
  const words = dateWords(rules);
  const months = rules.dates.months.flat().join("|");
  const written = new RegExp(
    `(?<![\\p{L}\\d])(\\d{1,2})(?:e|de|ste)?[ .-]{0,2}(?:${months})(?!\\p{L})[ .,-]{0,2}(\\d{4}|'?\\d{2})?(?!\\d)`,
    "gu",
  );
  const yearFirst = new RegExp(`(?<!\\d)(\\d{4})[ ,]{1,2}\\d{1,2} (?:${months})(?!\\p{L})`, "gu");
  return ({ text }) => {
    const plain = fold(text);
    const dates = [
      ...[...plain.matchAll(NUMERIC)].filter(isDayAndMonth).map((match) => toDate(match, match[4])),
      ...[...plain.matchAll(ISO)].map((match) => toDate(match, match[1])),
      ...[...plain.matchAll(written)].map((match) => toDate(match, match[2])),
      ...[...plain.matchAll(yearFirst)].map((match) => toDate(match, match[1])),
      ...[...plain.matchAll(COMPACT)].map((match) => toDate(match, undefined)),
    ];
    return INITIALS_WITH_YEAR.test(text) || dates.some((date) => isBirthDate(plain, date, words));
  };
}

function dateWords({ dates, "name-cues": { relations } }: PersonalDataRules) {
  return {
    birth: new Set(dates["birth-words"]),
    beforeOthers: new Set(dates["words-before-other-dates"]),
    events: new Set(dates["event-words"]),
    persons: new Set([...relations, ...dates["person-words"]]),
    eventYearsFrom: dates["event-years-from"],
  };
}

function isDayAndMonth([, day, , month]: RegExpExecArray): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

function toDate(match: RegExpExecArray, year = ""): FoundDate {
  const number = Number(year.replace("'", ""));
  const century = year.length === 0 || year.length === 4 ? 0 : number >= LAST_CENTURY ? 1900 : 2000;
  return { index: match.index, end: match.index + match[0].length, year: century + number };
}

function isBirthDate(text: string, { index, end, year }: FoundDate, words: DateWords): boolean {
  const before = wordsOf(text.slice(Math.max(0, index - NEAR), index));
  const after = wordsOf(text.slice(end, end + NEAR));
  const last = before.at(-1) ?? "";
  if ([...before.slice(-7), ...after.slice(0, 3)].some((word) => words.birth.has(word))) return true;
  if (year < EARLIEST_YEAR || (words.beforeOthers.has(last) && year >= LATEST_PARENT)) return false;
  if (words.persons.has(last) && /[,(:] ?$/.test(text.slice(0, index))) return true;
  if (last === "van" && words.persons.has(before.at(-2) ?? "")) return true;
  const besidePerson = before.slice(last === "van" ? -4 : -3).some((word) => words.persons.has(word));
  if ([...before, ...after].some((word) => words.events.has(word))) return false;
  return besidePerson || (year < words.eventYearsFrom && (last !== "van" || year < LATEST_PARENT));
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}+(?:'\p{L}+)*/gu) ?? [];
}
