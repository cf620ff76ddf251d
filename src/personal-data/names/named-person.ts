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

const PERSONS = new Set(["hij", "ze", "zij", "haar", "zijn", "mijn", "ik", "die"]);
/** Tokens before "heet" in which the person or thing stands that has the name. */
const SUBJECT_REACH = 5;

/** A name after "heet", "genaamd", "naam is". In small letters only after a person: a method may "heten" too. */
export function isNamedPerson(place: Place): boolean {
  const { tokens, index, known, lexicon } = place;
  const length = lexicon.naming.lengthAt(tokens, index);
  if (length === 0) return false;
  const name = skipMarks(moveTo(place, index + length));
  if (known[name.index]) return false;
  const around = tokens.slice(Math.max(0, index - SUBJECT_REACH), name.index).map(({ key }) => key);
  const isPerson = around.some((key) => PERSONS.has(key) || lexicon.relations.has(key));
  const prefix = prefixLength(name);
  if (prefix > 0) return (isPerson || tokens[name.index + prefix]?.capital === true) && isAfterPrefix(name);
  if (isListedName(name) || isUnknownCapital(name)) return true;
  return isPerson && (lexicon.firstNamesMostlyWords.has(keyAt(name, 0)) || isUnknownWord(name));
}
