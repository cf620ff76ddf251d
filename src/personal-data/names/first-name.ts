import { isSurname, keyAt, moveTo, type Place, prefixLength } from "./place.ts";

const DETERMINERS = new Set(["de", "het", "een", "'n", "geen", "elke", "per"]);
/** "zo'n Calimero": one like him. */
const ONE_OF = new Set(["een", "zo'n", "'n", "geen"]);
const TITLES_OF_STREETS = new Set(["sint", "st", "prins", "prinses", "koning", "koningin", "paus"]);
/** "mark dit", "max 3": not the person. */
const AFTER_WORD = new Set(["dit", "deze", "het", "een", "twee", "drie", "up", "."]);
/** "Roos heeft": more often the person than the flower. */
const AFTER_PERSON = new Set([
  "heeft",
  "had",
  "zegt",
  "zei",
  "vertelt",
  "vertelde",
  "huilt",
  "huilde",
  "woont",
  "zit",
  "slaat",
]);
/** "Hoop heeft ze nog wel": then the word before the verb is no person. */
const SUBJECTS = new Set(["ik", "je", "jij", "hij", "ze", "zij", "we", "wij", "men", "iedereen", "niemand"]);
/** In small letters, a shorter name with an s is more often a word. */
const SHORTEST_WITH_S = 5;
const BEFORE_AGE = new Set(["van", "is", ","]);
const AGE_OF_CHILD = /^(?:\d|1[0-8])$/;

/** A first name from the lists. */
export function isFirstName(place: Place): boolean {
  const { tokens, index, lexicon } = place;
  const token = tokens[index];
  if (token === undefined || isOfStreet(place)) return false;
  const key = token.key;
  if (lexicon.common.has(key) && !token.capital) return false;
  if (isThing(place)) return false;
  if (lexicon.firstNames.has(key) || isPossessive(place)) return true;
  if (DETERMINERS.has(keyAt(place, -1)) || nextToNumber(place)) return false;
  if (lexicon.firstNamesAlsoWords.has(key)) return !AFTER_WORD.has(keyAt(place, 1));
  if (!lexicon.firstNamesMostlyWords.has(key)) return false;
  return token.capital && !token.first ? true : isSubject(place);
}

/** "de bob", "een Houdini", "jantje-van-leiden". */
function isThing(place: Place): boolean {
  const { tokens, index, lexicon } = place;
  const joined = tokens[index + 2];
  if (
    keyAt(place, 1) === "-" &&
    tokens[index + 1]?.glued &&
    joined?.glued &&
    !joined.capital &&
    !lexicon.isListed(joined.key)
  )
    return true;
  const before = keyAt(place, -1);
  return ONE_OF.has(before) || (DETERMINERS.has(before) && !tokens[index]?.capital);
}

/** At the start of a sentence, where any word has a capital: "Roos Bakker", "Roos vertelde", "Storm van 4". */
function isSubject(place: Place): boolean {
  const next = keyAt(place, 1);
  const surname = moveTo(place, place.index + 1 + prefixLength(moveTo(place, place.index + 1)));
  if (isSurname(surname) && place.tokens[surname.index]?.capital === true) return true;
  const isAged = BEFORE_AGE.has(next) && AGE_OF_CHILD.test(keyAt(place, 2));
  return isAged || (AFTER_PERSON.has(next) && !SUBJECTS.has(keyAt(place, 2)));
}

/** "fatima's man", "kevins moeder"; not a word in small letters such as "bokes" or "lijntjes". */
function isPossessive({ tokens, index, lexicon }: Place): boolean {
  const { key = "", capital = false } = tokens[index] ?? {};
  const [, name = "", apostrophe] = /^(.{3,}?)('?)s$/.exec(key) ?? [];
  if (apostrophe === "'" && lexicon.firstNamesAlsoWords.has(name)) return true;
  const isWord = apostrophe === "" && !capital && (name.length < SHORTEST_WITH_S || name.endsWith("je"));
  return lexicon.firstNames.has(name) && !isWord;
}

function nextToNumber({ tokens, index }: Place): boolean {
  return tokens[index - 1]?.kind === "number" || tokens[index + 1]?.kind === "number";
}

/** "jan steenlaan", "prins bernhard": a street or school, not a person. */
function isOfStreet(place: Place): boolean {
  if (TITLES_OF_STREETS.has(keyAt(place, -1))) return true;
  const prefix = place.lexicon.prefixes.lengthAt(place.tokens, place.index + 1);
  return place.lexicon.isStreet(keyAt(place, 1)) || (prefix > 0 && place.lexicon.isStreet(keyAt(place, 1 + prefix)));
}
