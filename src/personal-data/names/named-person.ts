import { isAfterPrefix } from "./cued-name.ts";
import {
  isListedName,
  isUnknownCapital,
  isUnknownWord,
  keyAt,
  moveTo,
  type Place,
  prefixLength,
  skipMarks,
} from "./place.ts";

/** Words and marks between "heet" and the name: "hij heet eigenlijk Daan". */
const FILLERS = new Set([
  "hij",
  "zij",
  "ze",
  "eigenlijk",
  "trouwens",
  "ook",
  "nu",
  "dus",
  "zoals",
  "is",
  "was",
  ":",
  "=",
]);
const PERSONS = new Set(["hij", "ze", "zij", "haar", "zijn", "mijn", "ik", "die"]);
/** Tokens before "heet" in which the person or thing stands that has the name. */
const SUBJECT_REACH = 5;

/** A name after "heet", "genaamd", "naam is". A method or form may "heten" too; then the name is no person's. */
export function isNamedPerson(place: Place): boolean {
  const { tokens, index, known, lexicon } = place;
  const length = lexicon.naming.lengthAt(tokens, index);
  if (length === 0) return false;
  const name = skipFillers(moveTo(place, index + length));
  const around = tokens.slice(Math.max(0, index - SUBJECT_REACH), name.index).map(({ key }) => key);
  if (around.some((key) => lexicon.namedThings.has(key)) || known[name.index]) return false;
  const personal = around.some((key) => PERSONS.has(key) || lexicon.relations.has(key));
  if (prefixLength(name) > 0) return isPrefixed(name, personal);
  if (lexicon.firstNamesMostlyWords.has(keyAt(name, 0)) || isListedName(name) || isUnknownCapital(name)) return true;
  return personal && isUnknownWord(name);
}

/** "naam: Van Rijn", "hij heet van dijk"; not "hoe heet de koning". */
function isPrefixed(place: Place, personal: boolean): boolean {
  const last = place.tokens[place.index + prefixLength(place)];
  return (personal || last?.capital === true) && isAfterPrefix(place);
}

function skipFillers(place: Place): Place {
  let at = skipMarks(place);
  while (FILLERS.has(keyAt(at, 0))) at = skipMarks(moveTo(at, at.index + 1));
  return at;
}
