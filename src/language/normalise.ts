/** ASCII without the backtick: such a text stays as it is. */
const PLAIN = /^[\n -_a-~]*$/u;
/** Drawn as nothing: soft hyphen, zero width space and joiners, direction marks, variation selectors, control characters. */
const INVISIBLE = /(?![\t-\r\u0085])[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Co}\p{Cs}\p{Cn}]/gu;
const LINE_END = /\r\n|[\v\f\r\u0085\u2028\u2029]/gu;
const DOUBLE_QUOTES = /[\u201C-\u201F\u00AB\u00BB\u2033\u301D-\u301F]/gu;
const SINGLE_QUOTES = /[\u2018-\u201B\u02B9-\u02BD\u02C8\u02CA\u02CB\u2032\u2035\u00B4`]/gu;
const DASHES = /[\u2010-\u2015\u2043\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D]/gu;

/** Cyrillic and Greek letters, and Latin ones without a decomposition in Unicode, that are read as a Latin letter. */
const LOOK_ALIKES = new Map(
  [
    "АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ԚQ ԜW ҮY ӀI",
    "аa еe ѕs іi јj кk мm оo рp сc уy хx һh ԁd ԛq ԝw вb нh тt үy ӏl ѵv ɡg ɩi ⅼl",
    "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa εe ιi κk νv οo ρp τt υu χx γy",
    "ıi łl ŁL đd ĐD øo ØO ħh ĦH ŧt ŦT ɑa ʀR ʟL ƦR",
  ].flatMap((line) => line.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(1)] as const)),
);
const LOOK_ALIKE = new RegExp(`[${[...LOOK_ALIKES.keys()].join("")}]`, "gu");

/**
 * A typed text in one spelling (NFKC), still readable: without characters that are drawn as nothing, with straight
 * quotes, plain hyphens, spaces and line ends, and with Latin letters for letters that look like them.
 * Two texts that look the same to a reader are the same to everything that reads a message.
 */
export function readable(typed: string): string {
  if (PLAIN.test(typed)) return typed;
  // Straight before NFKC, which would make a space of "´", and after it, as it finds a quote in "ŉ".
  const seen = straight(typed.replace(INVISIBLE, "")).normalize("NFKC").replace(INVISIBLE, "");
  return straight(seen)
    .replace(/\p{Zs}/gu, " ")
    .replace(LOOK_ALIKE, (letter) => LOOK_ALIKES.get(letter) ?? letter);
}

function straight(text: string): string {
  return text.replace(LINE_END, "\n").replace(DOUBLE_QUOTES, '"').replace(SINGLE_QUOTES, "'").replace(DASHES, "-");
}

/** As `readable`, in lower case and without accents: "Yıldız belt NÚ" becomes "yildiz belt nu". */
export function fold(typed: string): string {
  if (PLAIN.test(typed)) return typed.toLowerCase();
  return readable(typed)
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replaceAll("ß", "ss")
    .replace(LOOK_ALIKE, (letter) => LOOK_ALIKES.get(letter) ?? letter)
    .toLowerCase();
}

/**
 * Typed text as it is compared with what stands in content, such as `dialogs/commands.yaml`: folded, without
 * punctuation except `+` (of MDA++), with single spaces. "TOP-3!" becomes "top3".
 */
export function comparable(typed: string): string {
  return fold(typed)
    .replace(/[^\p{Letter}\p{Number}+\s]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
