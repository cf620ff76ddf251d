import { mistakeAt } from "../content/draft.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Mistake } from "../content/mistake.ts";
import type { Targets } from "../content/references/targets.ts";

const FAMILY =
  "(?:familie(?:leden)?|gezin(?:sleden)?|(?:groot)?ouders?|verzorgers?|vader|moeder|man|vrouw|kind(?:eren)?|(?:ex-)?partner|netwerk)";
const TALK =
  "(?:praat|praten|spreek|spreken|gesprek|bespreek|bespreken|overleg|overleggen|deel|delen|maak|maken|samen|afspraken|in gesprek)";

/** Advice to talk with somebody of the family: "Maak het plan samen met het gezin", "Vraag het de ouders". */
const TALKS = new RegExp(
  [
    String.raw`\b${TALK}\b.*\bmet (?:\S+ ){0,2}${FAMILY}\b`,
    String.raw`\bmet (?:\S+ ){0,2}${FAMILY}\b.*\b${TALK}\b`,
    String.raw`^(?:vraag|vertel|confronteer|informeer|nodig|leg)\b.*\b(?:de|het|beide|aan) ${FAMILY}\b`,
  ].join("|"),
  "i",
);

const DENIES = /\b(?:niet|nooit|geen)\b/i;

/**
 * Advice to talk with the family has its mark, because it must fall away as long as that may be dangerous (domain
 * notes, section 8). A next step cannot fall away, so it may not ask for it.
 */
export function checkFamilyTalk(_loaded: LoadedContent, { signals }: Targets): Mistake[] {
  return signals.flatMap((signal) => {
    const { advice, next, level } = signal.value;
    if (level === "info") return [];
    const unmarked = advice.flatMap((line, index) => (line["talks-with-family"] || !talks(line.text) ? [] : [index]));
    return [
      ...unmarked.map((index) => mistakeAt(signal, ["advice", index, "text"], UNMARKED)),
      ...(talks(next) ? [mistakeAt(signal, ["next"], IN_NEXT)] : []),
    ];
  });
}

function talks(text: string): boolean {
  return text.split(/(?<=[.!?;:])\s/).some((sentence) => TALKS.test(sentence) && !DENIES.test(sentence));
}

const UNMARKED = {
  rule: "family-talk",
  what: "Dit advies zegt om met het gezin of de familie te praten. Bij eergerelateerd geweld kan dat gevaarlijk zijn.",
  fix: "Zet eronder: talks-with-family: true. Dan valt het advies weg zolang dat niet is uitgesloten.",
};

const IN_NEXT = {
  rule: "family-talk",
  what: "Deze volgende stap zegt om met het gezin of de familie te praten, en een volgende stap valt nooit weg.",
  fix: "Maak er een adviesregel van met talks-with-family: true, en kies een andere volgende stap.",
};
