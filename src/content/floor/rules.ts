import type { Condition } from "../schema/condition.ts";
import { UNKNOWN_OPTION } from "../schema/id.ts";
import { LEVELS, type Level, type Signal } from "../schema/signal.ts";

/** What the decision table gives for every possible set of answers, whatever stands in `dialogs/signals/`. */
export interface FloorRule {
  id: string;
  /** In Dutch, for staff. */
  about: string;
  given: Condition;
  /** One of these signals must be certain. */
  wanted: (signal: Signal) => boolean;
}

/** A question that every walk begins with, and what was agreed that it asks. */
export interface FloorQuestion {
  kind: "single" | "multiple";
  /** The answers that the rules know, by id. */
  options: readonly string[];
  label: string;
  text: string;
  /** Option to its text. Content may have more. */
  answers: Readonly<Record<string, string>>;
}

const YES_NO = { kind: "single", options: ["ja", "nee"], answers: { ja: "Ja", nee: "Nee" } } as const;

/**
 * The questions about danger, as the domain notes have them (section 7), in the words of `dialogs/questions/gevaar.yaml`.
 * Code cannot know whether other words ask the same: so they count once somebody confirmed them, with name and day.
 */
export const FLOOR_QUESTIONS: Readonly<Record<string, FloorQuestion>> = {
  "direct-gevaar": {
    ...YES_NO,
    label: "Iemand is nu in direct gevaar",
    text: "Is er op dit moment iemand in direct gevaar?",
  },
  "komende-dagen": {
    ...YES_NO,
    label: "Het kan de komende uren of dagen misgaan",
    text: "Verwacht je dat het de komende uren of dagen misgaat?",
  },
  "zelf-verteld": {
    ...YES_NO,
    label: "Iemand heeft het zelf verteld",
    text: "Heeft een kind zelf verteld over geweld of om hulp gevraagd? Of een volwassene die van anderen afhankelijk is?",
  },
  "wat-gebeurd": {
    kind: "multiple",
    options: ["niets-hiervan"],
    label: "Wat er is gebeurd of waar mee is gedreigd",
    text: "Wat is er gebeurd, of waar is mee gedreigd?",
    answers: {
      wurgen: "Wurgen of de keel dichtknijpen",
      wapen: "Een wapen, of dreigen met een wapen",
      doodsbedreiging: "Dreigen met de dood of met zelfdoding",
      stalking: "Stalking",
      "geweld-zwangerschap": "Geweld tijdens de zwangerschap",
      seksueel: "Gedwongen seks of seksueel misbruik",
      letsel: "Letsel waarvoor een arts nodig is",
      "geen-zorg": "Geen eten, verzorging of toezicht",
      gevlucht: "Iemand is uit huis gevlucht",
      "verbod-overtreden": "Contact- of huisverbod overtreden",
      ontvoering: "Dreigen een kind mee te nemen naar het buitenland",
      "niets-hiervan": "Niets hiervan",
    },
  },
  eer: {
    ...YES_NO,
    label: "Eer of dwang speelt een rol",
    text: "Speelt eer van de familie een rol? Of dwang om te trouwen, of besnijdenis van een meisje?",
  },
};

/** How an answer with this id begins, on any question: the rules know it by its id, and a worker by its text. */
export const ANSWER_SAYS: Readonly<Record<string, RegExp>> = {
  ja: /^ja\b/i,
  nee: /^nee\b/i,
  "niets-hiervan": /^niets\b/i,
  [UNKNOWN_OPTION]: /^(?:dat )?weet ik (?:nog )?niet\b/i,
};

const YES_OR_UNKNOWN = ["ja", UNKNOWN_OPTION];
const NO_OR_UNKNOWN = ["nee", UNKNOWN_OPTION];

/** The rules of the decision table that are about danger, as they were agreed (domain notes, section 8). */
export const FLOOR_RULES: readonly FloorRule[] = [
  rule("direct-gevaar-is-nu", "Bij direct gevaar is het niveau altijd nu.", is("direct-gevaar", ["ja"]), atLeast("nu")),
  rule(
    "direct-gevaar-onbekend-is-vandaag",
    "Weet je niet of er direct gevaar is, dan is het niveau minstens vandaag.",
    is("direct-gevaar", [UNKNOWN_OPTION]),
    today,
  ),
  rule(
    "komende-dagen-is-vandaag",
    "Kan het de komende uren of dagen misgaan, dan is het niveau minstens vandaag.",
    is("komende-dagen", YES_OR_UNKNOWN),
    today,
  ),
  rule(
    "zelf-verteld-is-vandaag",
    "Heeft iemand het zelf verteld, dan is het niveau minstens vandaag.",
    is("zelf-verteld", YES_OR_UNKNOWN),
    today,
  ),
  rule(
    "alarmsignaal-is-vandaag",
    "Elke ernstige gebeurtenis geeft minstens vandaag.",
    { any: [{ ...is("wat-gebeurd", []), "any-but": ["niets-hiervan"] }, is("wat-gebeurd", [UNKNOWN_OPTION])] },
    today,
  ),
  rule(
    "eer-geeft-de-waarschuwing",
    "Bij eer, of twijfel daarover, komt de waarschuwing om nog niet met de familie te praten.",
    { any: [is("eer", YES_OR_UNKNOWN), is("soort-onveiligheid", ["eer"])] },
    (signal) => signal["silences-family-talk"] && signal.banner !== undefined && today(signal),
  ),
  rule(
    "scheiding-met-controle-is-vandaag",
    "Een scheiding samen met jaloezie of controle geeft minstens vandaag.",
    { ...is("risicofactoren", ["scheiding", "jaloezie-controle"]), "at-least": 2 },
    today,
  ),
  rule(
    "angst-toename-ernst-is-vandaag",
    "Grote angst, toename of kans op zwaar letsel geeft minstens vandaag.",
    {
      any: [
        is("slachtoffer-bang", ["ja", "durft-niet-te-praten"]),
        is("wordt-het-erger", ["erger"]),
        is("hoe-erg", ["zwaar-gewond"]),
      ],
    },
    today,
  ),
  rule(
    "poort-dicht-geeft-advies",
    "Vindt niet iedereen het direct veilig, of is dat onbekend, dan komt er advies.",
    is("direct-veilig-volgens-allen", NO_OR_UNKNOWN),
    atLeast("bespreek"),
  ),
  rule(
    "terugval-geeft-advies",
    "Is het niet meer direct veilig, of is dat onbekend, dan komt er advies.",
    is("nog-direct-veilig", NO_OR_UNKNOWN),
    atLeast("bespreek"),
  ),
  rule(
    "structureel-noemt-de-meldcode",
    "Structureel onveilig geeft een suggestie met de herinnering aan de meldcode.",
    {
      all: [is("structureel", ["ja"]), is("regulier-onvoldoende", ["ja", "te-vroeg", "nog-geen-hulp", UNKNOWN_OPTION])],
    },
    (signal) => signal.meldcode && atLeast("bespreek")(signal),
  ),
];

/** Answers that reassure. Changing one into "weet ik niet" never makes the advice less urgent. */
export const REASSURING: readonly string[] = [
  "nee",
  "niets-hiervan",
  "nog-niet",
  "geen-van-deze",
  "niets",
  "niemand",
  "geen-problemen",
  "niet-besproken",
  "niet-gevraagd",
  "niet-met-gezin",
  "niet-thuis",
  "een-keer",
  "een-gebeurtenis",
  "langer-geleden",
  "minder",
  "vervelend",
  "te-vroeg",
  "nog-geen-hulp",
  "nog-geen",
];

function rule(id: string, about: string, given: Condition, wanted: (signal: Signal) => boolean): FloorRule {
  return { id, about, given, wanted };
}

function is(question: string, options: string[]) {
  return { question, is: options, "at-least": 1 };
}

function atLeast(level: Level): (signal: Signal) => boolean {
  return (signal) => LEVELS.indexOf(signal.level) >= LEVELS.indexOf(level);
}

function today(signal: Signal): boolean {
  return atLeast("vandaag")(signal);
}
