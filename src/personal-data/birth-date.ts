import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import { fold } from "../language/normalise.ts";
import { type Reading, readText } from "./reading.ts";

/** A date as written; `year` is 0 when left out. */
interface FoundDate {
  index: number;
  end: number;
  year: number;
  /** Two digits for the year. */
  short: boolean;
}

interface DateWords {
  birth: ReadonlySet<string>;
  beforeOthers: ReadonlySet<string>;
  events: ReadonlySet<string>;
  persons: ReadonlySet<string>;
  eventYearsFrom: number;
}

const EARLIEST_YEAR = 1910;
/** Characters around a date in which its words stand. */
const NEAR = 120;

const NUMERIC = /(?<![\p{L}\d]|\d[.,/-])(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4}|'?\d{2})(?![\p{L}\d]|[.,/-]\d)/gu;
const ISO = /(?<![\p{L}\d]|\d[.,/-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\p{L}\d]|[.,/-]\d)/gu;
const COMPACT = /(?<![\p{L}\d]|\d[.,/-])(?:\d{6}|\d{8}|\d{1,2}[-/]\d{1,2})(?![\p{L}\d]|[.,/-]\d)/gu;

/**
 * Date of birth: any date beside a birth word, or a full date that is a person's and not an event's
 * ("moeder 12-03-1985", not "overleg op 12-03-2025").
 */
export function createBirthDateCheck(rules: PersonalDataRules): (reading: Reading) => boolean {
  const { dates } = rules;
  const words: DateWords = {
    birth: new Set(dates["birth-words"]),
    beforeOthers: new Set(dates["words-before-other-dates"]),
    events: new Set(dates["event-words"]),
    persons: new Set(rules["name-cues"].relations),
    eventYearsFrom: dates["event-years-from"],
  };
  const written = new RegExp(
    `(?<![\\p{L}\\d])(\\d{1,2})(?:e|de|ste)?[ .-]{0,2}(?:${dates.months.flat().join("|")})(?!\\p{L})[ .,-]{0,2}(\\d{4}|'?\\d{2})?(?!\\d)`,
    "gu",
  );
  return ({ text }) => {
    const plain = fold(text);
    return findDates(plain, written).some((date) => isBirthDate(plain, date, words));
  };
}

function findDates(text: string, written: RegExp): FoundDate[] {
  return [
    ...[...text.matchAll(NUMERIC)].filter(isDayAndMonth).map((match) => toDate(match, match[4])),
    ...[...text.matchAll(ISO)].map((match) => toDate(match, match[1])),
    ...[...text.matchAll(written)].map((match) => toDate(match, match[2])),
    ...[...text.matchAll(COMPACT)].map((match) => toDate(match, undefined)),
  ];
}

function isDayAndMonth([, day, , month]: RegExpExecArray): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

function toDate(match: RegExpExecArray, year: string | undefined): FoundDate {
  const digits = (year ?? "").replace("'", "");
  return {
    index: match.index,
    end: match.index + match[0].length,
    year: Number(digits),
    short: digits.length === 2,
  };
}

function isBirthDate(text: string, date: FoundDate, words: DateWords): boolean {
  const before = wordsOf(text.slice(Math.max(0, date.index - NEAR), date.index));
  const after = wordsOf(text.slice(date.end, date.end + NEAR));
  const near = [...before.slice(-5), ...after.slice(0, 3)];
  if (near.some((word) => words.birth.has(word))) return true;
  if (date.year === 0 || words.beforeOthers.has(before.at(-1) ?? "")) return false;
  if (before.at(-1) === "van" && words.persons.has(before.at(-2) ?? "")) return true;
  const besidePerson = before.slice(-3).some((word) => words.persons.has(word));
  const besideEvent = [...before, ...after].some((word) => words.events.has(word));
  if (date.short || date.year >= words.eventYearsFrom) return besidePerson && !besideEvent;
  return besidePerson || (date.year >= EARLIEST_YEAR && !besideEvent && before.at(-1) !== "van");
}

function wordsOf(text: string): string[] {
  return readText(text)
    .tokens.filter(({ kind }) => kind === "word")
    .map(({ key }) => key);
}
