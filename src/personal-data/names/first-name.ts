import { keyAt, type Place } from "./place.ts";

const DETERMINERS = new Set(["de", "het", "een", "'n", "geen", "elke", "per"]);
const TITLES_OF_STREETS = new Set(["sint", "st", "prins", "prinses", "koning", "koningin", "paus"]);
const LONGEST_ACRONYM = 4;
/** "mark dit", "max 3": not the person. */
const AFTER_WORD = new Set(["dit", "deze", "het", "een", "twee", "drie", "up", "."]);
/** "Roos heeft": more often the person than the flower. */
const AFTER_PERSON = new Set(["heeft", "had"]);
const BEFORE_AGE = new Set(["van", "is", ","]);
const AGE_OF_CHILD = /^(?:\d|1[0-8])$/;

/** A first name from the lists. */
export function isFirstName(place: Place): boolean {
  const { tokens, index, lexicon } = place;
  const token = tokens[index];
  if (token === undefined || isOfStreet(place) || isAcronym(place)) return false;
  const key = token.key;
  if (lexicon.common.has(key) && !token.capital) return false;
  if (lexicon.firstNames.has(key) || isPossessive(place) || isOtherSpelling(place)) return true;
  if (DETERMINERS.has(keyAt(place, -1)) || nextToNumber(place)) return false;
  if (lexicon.firstNamesAlsoWords.has(key)) return !AFTER_WORD.has(keyAt(place, 1));
  return lexicon.firstNamesMostlyWords.has(key) && token.capital && (!token.first || isSubject(place));
}

/** At the start of a sentence, where any word has a capital: "Roos vertelde", "Storm van 4". */
function isSubject(place: Place): boolean {
  const next = keyAt(place, 1);
  const isAged = BEFORE_AGE.has(next) && AGE_OF_CHILD.test(keyAt(place, 2));
  return isAged || AFTER_PERSON.has(next) || place.lexicon.personVerbs.has(next);
}

/** "NIKA", "SAM": a short word in capitals, in a text that is not all in capitals. */
function isAcronym({ tokens, index }: Place): boolean {
  const token = tokens[index];
  const isShouted = tokens[index - 1]?.caps === true || tokens[index + 1]?.caps === true;
  return token?.caps === true && token.key.length <= LONGEST_ACRONYM && !isShouted;
}

/** "fatima's man", "kevins moeder". */
function isPossessive({ tokens, index, lexicon }: Place): boolean {
  const [, name = "", apostrophe] = /^(.{3,}?)('?)s$/.exec(tokens[index]?.key ?? "") ?? [];
  return lexicon.firstNames.has(name) || (apostrophe === "'" && lexicon.firstNamesAlsoWords.has(name));
}

/** A capital inside a sentence that is spelled much like a listed name: "Soufyan". */
function isOtherSpelling({ tokens, index, lexicon }: Place): boolean {
  const token = tokens[index];
  return token?.capital === true && !token.first && !lexicon.common.has(token.key) && lexicon.soundsListed(token.key);
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
