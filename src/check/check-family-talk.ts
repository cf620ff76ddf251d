import { mistakeAt } from "../content/draft.ts";
import type { LoadedContent } from "../content/load-content.ts";
import type { Finding, Mistake } from "../content/mistake.ts";
import type { Targets } from "../content/references/targets.ts";
import type { Advice } from "../content/schema/signal.ts";

const FAMILY =
  "(?:(?:schoon)?familie(?:leden)?|gezin(?:sleden)?|(?:groot|schoon)?ouders?|verzorgers?|(?:stief|schoon)?(?:vader|moeder)|opa|oma|broers?|broertjes?|zus(?:sen|jes?)?|ooms?|tantes?|neven|neef|nicht(?:en)?|zoon|dochter|man|vrouw|kind(?:eren)?|(?:ex-)?partner|ex|pleger|dader|slachtoffer|netwerk)";
const TALK =
  "(?:praat|praten|spreek|spreken|gesprek|bespreek|bespreken|overleg|overleggen|deel|delen|maak|maken|samen|afspraken|in gesprek)";

/** Advice to talk with somebody of the family: "Maak het plan samen met het gezin", "Vraag het de ouders". */
const TALKS = new RegExp(
  [
    String.raw`\b${TALK}\b.*\bmet (?:\S+ ){0,2}${FAMILY}\b`,
    String.raw`\bmet (?:\S+ ){0,2}${FAMILY}\b.*\b${TALK}\b`,
    String.raw`^(?:vraag|vertel|confronteer|informeer|nodig|leg)\b.*\b(?:de|het|haar|zijn|hun|beide|aan) ${FAMILY}\b`,
    String.raw`^(?:bel|spreek|betrek|bezoek) (?:\S+ ){0,2}${FAMILY}\b`,
  ].join("|"),
  "i",
);

/** Of whom advice may be to talk with them, in words that code cannot know: "App oma", "Loop langs bij zijn broer". */
const NAMES_FAMILY = new RegExp(String.raw`\b${FAMILY}\b`, "i");

const DENIES = /\b(?:niet|nooit|geen)\b/i;

/**
 * Advice to talk with the family has its mark, because it must fall away as long as that may be dangerous (domain
 * notes, section 8). Whoever writes advice that only names somebody of the family says which of both it is. A next step
 * cannot fall away, so it may not ask for it.
 */
export function checkFamilyTalk(_loaded: LoadedContent, { signals }: Targets): Mistake[] {
  return signals.flatMap((signal) => {
    const { advice, next, past, level } = signal.value;
    if (level === "info") return [];
    return [
      ...advice.flatMap((line, index) =>
        unmarked(line, index).map((finding) => mistakeAt(signal, ["advice", index, "text"], finding)),
      ),
      ...(talks(next) ? [mistakeAt(signal, ["next"], IN_NEXT)] : []),
      ...(past && talks(past.next) ? [mistakeAt(signal, ["past", "next"], IN_NEXT)] : []),
    ];
  });
}

function unmarked({ text, "talks-with-family": mark }: Advice, index: number): Finding[] {
  if (mark) return [];
  if (talks(text)) {
    const mend = { label: "Kies Ja", path: ["advice", index, "talks-with-family"], value: true };
    return [{ ...UNMARKED, what: `“${text}” ${UNMARKED.what}`, mend }];
  }
  return mark === undefined && NAMES_FAMILY.test(text) ? [{ ...UNDECIDED, what: `“${text}” ${UNDECIDED.what}` }] : [];
}

function talks(text: string): boolean {
  return text.split(/(?<=[.!?;:])\s/).some((sentence) => TALKS.test(sentence) && !DENIES.test(sentence));
}

const UNMARKED = {
  rule: "family-talk",
  what: "zegt om met het gezin of de familie te praten. Bij eergerelateerd geweld kan dat gevaarlijk zijn.",
  fix: "Kies Ja onder het advies, bij “Is dit een gesprek met het gezin of de familie?” (in het bestand: talks-with-family: true). Dan valt het advies weg zolang dat niet is uitgesloten.",
};

const UNDECIDED = {
  rule: "family-talk",
  what: "noemt iemand van het gezin of de familie. Zegt het ook om met die persoon te praten, te bellen of te appen?",
  fix: "Kies Ja of Nee onder het advies, bij “Is dit een gesprek met het gezin of de familie?” (in het bestand: talks-with-family: true of talks-with-family: false).",
};

const IN_NEXT = {
  rule: "family-talk",
  what: "Deze eerste stap zegt om met het gezin of de familie te praten. Bij eergerelateerd geweld kan dat gevaarlijk zijn, en een eerste stap valt nooit weg.",
  fix: "Zet de zin bij Advies, en kies daar Ja bij “Is dit een gesprek met het gezin of de familie?” (in het bestand: talks-with-family: true). Kies daarna een andere eerste stap.",
};
