import { fold } from "../language/normalise.ts";

const UNITS = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"];
const TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split(" ");
const TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split(" ");
const UNUSUAL_ORDINALS = { eerste: 1, derde: 3, achtste: 8 };
const CENTURIES = { negentienhonderd: 1900, tweeduizend: 2000 };

const VALUES = new Map<string, number>([
  ...Array.from({ length: 100 }, (_, value) => [inWords(value), value] as const),
  ...Array.from({ length: 32 }, (_, value) => [`${inWords(value)}${value < 20 ? "de" : "ste"}`, value] as const),
  ...Object.entries(UNUSUAL_ORDINALS),
  ...Object.entries(CENTURIES).flatMap(([word, century]) =>
    Array.from({ length: 100 }, (_, rest) => [rest === 0 ? word : `${word}${inWords(rest)}`, century + rest] as const),
  ),
]);

/** "eenentwintig"; from 0 to 99, folded. */
function inWords(value: number): string {
  const unit = UNITS[value % 10] ?? "";
  if (value < 10) return unit;
  if (value < 20) return TEENS[value - 10] ?? "";
  const ten = TENS[Math.floor(value / 10) - 2] ?? "";
  return value % 10 === 0 ? ten : `${unit}en${ten}`;
}

const WORD = /\p{L}[\p{L}\p{M}]*|\d+/gu;
/** Between two parts of one number. */
const JOINT = /^[\s,-]+$/;

/** Numbers in words as digits: "nul zes, drie drie" becomes "0633", "mei negentien zesenzestig" becomes "mei 1966". */
export function withDigits(text: string): string {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    at: index,
    end: index + word.length,
    value: VALUES.get(fold(word)),
    digits: /^\d/.test(word) ? word : undefined,
  }));
  let written = "";
  let done = 0;
  for (let first = 0; first < words.length; first += 1) {
    const { at, value } = words[first] as (typeof words)[number];
    if (value === undefined) continue;
    let last = first;
    while (isPart(last + 1, value === 0) && JOINT.test(text.slice(words[last]?.end, words[last + 1]?.at))) last += 1;
    const parts = words.slice(first, last + 1).map((word) => word.digits ?? String(word.value));
    // "een" alone is an article.
    if (last > first || value !== 1) {
      written += text.slice(done, at) + (isSpelled(parts) ? parts.join("") : joinYears(parts));
      done = words[last]?.end ?? done;
    }
    first = last;
  }
  return written + text.slice(done);

  function isPart(index: number, spelled: boolean): boolean {
    return words[index]?.value !== undefined || (spelled && words[index]?.digits !== undefined);
  }
}

/** "nul", "zes", "drieëndertig" is a number that is spelled; so are seven single digits. */
function isSpelled(parts: readonly string[]): boolean {
  return (parts[0] === "0" && parts.length > 2) || (parts.length >= 7 && parts.every((part) => part.length === 1));
}

/** "19", "90", "8" is a year; and so is "2000", "16", or "1900", "61". */
function joinYears(parts: readonly string[]): string {
  return parts
    .join(" ")
    .replace(/\b(19|20) ([2-9])0 ([1-9])\b/g, "$1$2$3")
    .replace(/\b(19|20) (\d\d)\b/g, "$1$2")
    .replace(/\b1900 (\d\d)\b/g, "19$1")
    .replace(/\b20(\d\d) ([1-9]\d?)\b/g, (both, tens, rest) => (tens === "00" ? `20${rest.padStart(2, "0")}` : both));
}
