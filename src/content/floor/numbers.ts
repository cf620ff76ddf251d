/**
 * The numbers that a worker must be able to find, and where: a floor that no change of content can lower. The numbers
 * are those of `dialogs/sources.yaml` (112 at direct danger; Veilig Thuis, free of charge, day and night).
 */
export const EMERGENCY = "112";
export const VEILIG_THUIS = "0800-2000";

/** Cards that answer danger. They are never shown without these numbers, also when content or card lack them. */
export const DANGER_CARDS: readonly string[] = ["danger-now", "danger-typed", "danger-today", "call-now", "case"];

/** The only sentences of the bot that stand in code: said when a danger card lacks a number. */
export const NUMBER_LINES: Readonly<Record<string, string>> = {
  [EMERGENCY]: "Bij direct gevaar: bel 112.",
  [VEILIG_THUIS]: "Veilig Thuis: 0800-2000, dag en nacht.",
};

/** Card to the numbers that must be visible on it. */
export const NUMBERS_ON_CARD: Readonly<Record<string, readonly string[]>> = {
  "danger-now": [EMERGENCY, VEILIG_THUIS],
  "danger-typed": [EMERGENCY, VEILIG_THUIS],
  "danger-today": [EMERGENCY, VEILIG_THUIS],
  "call-now": [EMERGENCY, VEILIG_THUIS],
  case: [EMERGENCY, VEILIG_THUIS],
  "no-answer": [EMERGENCY, VEILIG_THUIS],
  "article-choice": [EMERGENCY],
  help: [EMERGENCY, VEILIG_THUIS],
  welcome: [EMERGENCY],
  menu: [EMERGENCY],
  "open-walk": [EMERGENCY],
  result: [VEILIG_THUIS],
};

/** Fixed sentences that stand alone, on no card of their own, to the number in them. */
export const NUMBER_IN_TEXT: Readonly<Record<string, string>> = {
  "common.emergency": EMERGENCY,
  "notice.already-answered-danger": EMERGENCY,
  "slow-down.text": EMERGENCY,
  "result.nothing.text": VEILIG_THUIS,
  "result.person": VEILIG_THUIS,
};

/** Topics whose articles each name 112 or Veilig Thuis. */
export const TOPICS_WITH_NUMBER: readonly string[] = [
  "directe-veiligheid",
  "bijzondere-vormen",
  "meldcode",
  "veilig-thuis",
];

/** Whether `text` gives the number as such, not as part of a longer one; and says to call it, when it is 112. */
export function namesNumber(text: string, number: string): boolean {
  const call = number === EMERGENCY ? "\\bbel(?:len|t)?\\b[^.!?\\n]{0,40}" : "";
  return new RegExp(`${call}(?<![\\d-])${number}(?![\\d-]*\\d)`, "i").test(text);
}

/** A service number, in any way of writing it. */
const SERVICE_NUMBER = /\b0[89]00[ .–-]*\d(?:[ .–-]?\d){3}\b/g;
/** A short number that somebody is told to call. */
const SHORT_NUMBER = /\bbel(?:len|t|de)?\b[^.!?\n]{0,40}?(?<![\d-])(1\d\d)(?![\d-]*\d)/gi;
/** 113 is the number for who thinks of suicide. */
const SHORT_NUMBERS: readonly string[] = [EMERGENCY, "113"];
/** With fewer other digits than this, a number is Veilig Thuis with a slip of the pen. */
const OTHER_NUMBER = 3;

/** Numbers in `text` that look like 112 or Veilig Thuis and are not, such as 0800-2002. */
export function wrongNumbers(text: string): string[] {
  const service = (text.match(SERVICE_NUMBER) ?? []).filter((number) => number !== VEILIG_THUIS && isNear(number));
  const short = [...text.matchAll(SHORT_NUMBER)].map((match) => match[1] ?? "").filter((number) => isNearShort(number));
  return [...service, ...short];
}

function isNear(number: string): boolean {
  const [digits, right] = [number, VEILIG_THUIS].map((written) => written.replace(/\D/g, ""));
  return [...(digits ?? "")].filter((digit, index) => digit !== right?.[index]).length < OTHER_NUMBER;
}

function isNearShort(number: string): boolean {
  return (
    !SHORT_NUMBERS.includes(number) && [...number].filter((digit, index) => digit !== EMERGENCY[index]).length === 1
  );
}
