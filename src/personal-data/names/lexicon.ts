import type { PersonalDataRules } from "../../content/schema/personal-data.ts";
import { fold } from "../../language/normalise.ts";
import { readText, type Token } from "../reading.ts";

/** "Juliana ziekenhuis", "Abe Lenstra Stadion". */
const NAMED_AFTER_PEOPLE =
  "college|lyceum|ziekenhuis|gasthuis|stadion|arena|court|hal|bad|theater|museum|syndroom|model|methode|schaal|venster";

/** "afgebouwd", "verdwaald": an ordinary word in small letters. */
const PARTICIPLE = /^(?:\p{L}{2,5}ge|ge|be|ver|ont)\p{L}{3,}d$/u;

/** Below this length an ending says nothing ("bart", "guus"). */
const SHORTEST_WITH_ENDING = 4;
/** Shorter endings are those of names too ("Ionut", "Karen"). */
const LONG_ENDING = 3;

/** The word lists of `personal-data.yaml`, ready to look words up in. All keys are folded. */
export type Lexicon = ReturnType<typeof createLexicon>;

export function createLexicon(rules: PersonalDataRules) {
  const cues = rules["name-cues"];
  const prefixes = rules["surname-prefixes"];
  const lists = nameLists(rules);
  return {
    ...lists,
    ...wordTests(rules),
    certainPrefixes: createPhrases(prefixes.certain),
    prefixes: createPhrases([...prefixes.certain, ...prefixes["also-words"]]),
    naming: createPhrases(cues.naming),
    titles: createPhrases(cues.titles),
    relations: folded(cues.relations),
    notNames: createPhrases(Object.values(rules["not-names"]).flat()),
    /** In any list of names. */
    isListed: (key: string) => Object.values(lists).some((list) => list.has(key)),
  };
}

function nameLists(rules: PersonalDataRules) {
  return {
    firstNames: folded(Object.values(rules["first-names"]).flat()),
    firstNamesAlsoWords: folded(rules["first-names-also-words"]),
    firstNamesMostlyWords: folded(rules["first-names-mostly-words"]),
    surnames: folded(rules.surnames),
    surnamesAlsoWords: folded(rules["surnames-also-words"]),
  };
}

function wordTests(rules: PersonalDataRules) {
  const common = folded(rules["common-words"]);
  const endings = rules["common-endings"];
  const ending = endsIn(endings);
  const surnameEnding = endsIn(rules["surname-endings"]);
  const longEnding = endsIn(endings.filter(({ length }) => length >= LONG_ENDING));
  const street = new RegExp(
    `\\p{L}{3}(?:${rules.addresses["street-endings"].join("|")}|school)$|(?:${NAMED_AFTER_PEOPLE})$`,
    "u",
  );
  return {
    common,
    /** Has an ending of surnames only: "-owska", "-widjojo". */
    endsAsSurname: (key: string) => surnameEnding.test(key),
    /** Has the ending of a Dutch word: "vertelde", "slaapt". Some names have it too: "Bart", "Karen". */
    hasEnding: (key: string) => (key.length >= SHORTEST_WITH_ENDING && ending.test(key)) || PARTICIPLE.test(key),
    /** Has an ending that hardly any name has: "-heid", "-lijk". */
    hasLongEnding: (key: string) => longEnding.test(key),
    /** "kerkstraat", "anne frankschool": a name before it is the street's. */
    isStreet: (key: string) => street.test(key),
  };
}

function endsIn(endings: readonly string[]): RegExp {
  return new RegExp(`\\p{L}(?:${endings.join("|")})$`, "u");
}

function folded(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(fold));
}

/** Finds phrases of one or more words in a text. */
export interface Phrases {
  /** How many tokens the longest phrase takes that starts at `index`; 0 when none does. */
  lengthAt(tokens: readonly Token[], index: number): number;
}

/** @param list phrases in any case, with or without accents */
export function createPhrases(list: readonly string[]): Phrases {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of list) {
    const keys = readText(phrase).tokens.map(({ key }) => key);
    const first = keys[0] ?? "";
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), keys].toSorted((a, b) => b.length - a.length),
    );
  }
  return {
    lengthAt: (tokens, index) =>
      byFirst.get(tokens[index]?.key ?? "")?.find((keys) => standsAt(keys, tokens, index))?.length ?? 0,
  };
}

function standsAt(keys: readonly string[], tokens: readonly Token[], index: number): boolean {
  return keys.every((key, offset) => tokens[index + offset]?.key === key);
}
