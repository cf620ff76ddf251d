import {
  isListedName,
  isSurname,
  isUncommonCapital,
  isUnknownCapital,
  isUnknownWord,
  keyAt,
  moveTo,
  type Place,
  prefixLength,
} from "./place.ts";

/** "dit gezin praat luid": after these a title is an ordinary word, and only a sure name counts. */
const POINTING = /^(?:een|dit|dat|deze|die|elk|elke|geen|mijn|ons)$/;
/** Letters with which people are kept anonymous: "kind A", "mevrouw X". */
const ANONYMOUS = /^[abcnxyz]$/;
/** "de familie aan de dijk", "dhr van het hof": in small letters where someone lives. */
const OF_A_PLACE = /^(?:aande|opde|uitde|vanhet)$/;

/** A name after a word that announces it. */
export function isAnnouncedName(place: Place): boolean {
  return isCuedName(place) || isNamedPerson(place);
}

/** A name after a word for a person: "mevrouw bakker", "gezin Yilmaz", "zoon Daan". */
function isCuedName(place: Place): boolean {
  const { lexicon, tokens, index } = place;
  const title = lexicon.titles.lengthAt(tokens, index);
  if (title > 0 && isAfterTitle(moveTo(place, index + title), POINTING.test(keyAt(place, -1)))) return true;
  if (!lexicon.relations.has(keyAt(place, 0))) return false;
  if (keyAt(place, 1) === "van" && isRelative(moveTo(place, index + 2))) return true;
  return isAfterRelation(moveTo(place, index + 1));
}

/** "de moeder van sterre", "het kind van Djayven". */
function isRelative(place: Place): boolean {
  return isUnknownCapital(place) || (isListedName(place) && !isWord(place));
}

/** After "mevrouw van": the gemeente, or a surname. */
function isAfterPrefix(place: Place): boolean {
  const { lexicon, tokens, index } = place;
  const rest = moveTo(place, index + prefixLength(place));
  if (isUncommonCapital(rest)) return true;
  if (isSurname(rest)) return !isWord(rest) || !OF_A_PLACE.test(keyAt(place, 0) + keyAt(place, 1));
  const certain = lexicon.certainPrefixes.lengthAt(tokens, index);
  return certain > 1 || (certain === 1 && prefixLength(place) === 1 && isUnknownWord(rest, lexicon.hasLongEnding));
}

function isAfterTitle(place: Place, pointed: boolean): boolean {
  if (prefixLength(place) > 0) return isAfterPrefix(place);
  if (keyAt(place, 0).length === 1) return isInitial(place);
  return isListedName(place) || isUncommonCapital(place) || (!pointed && isUnknownWord(place));
}

function isAfterRelation(place: Place): boolean {
  const prefix = prefixLength(place);
  if (prefix > 0) {
    const surname = moveTo(place, place.index + prefix);
    return isSurname(surname) && !isWord(surname);
  }
  if (keyAt(place, 0).length === 1) return isInitial(place) && !keyAt(place, -1).startsWith(keyAt(place, 0));
  return isRelative(place);
}

/** "vader stok", "kind voet", "pa de kleine": in small letters a surname that is a word. */
function isWord({ tokens, index, lexicon }: Place): boolean {
  const { key = "", capital = false } = tokens[index] ?? {};
  return !capital && lexicon.surnamesAlsoWords.has(key) && !lexicon.firstNamesMostlyWords.has(key);
}

/** "mevrouw K.", not "mevrouw X" or "kind A"; after a relation not "moeder M" either. */
function isInitial({ tokens, index }: Place): boolean {
  const token = tokens[index];
  return token?.capital === true && token.key.length === 1 && !ANONYMOUS.test(token.key);
}

const PERSONS = new Set(["hij", "ze", "zij", "haar", "zijn", "mijn", "ik", "die"]);
/** Tokens before "heet" in which the person or thing stands that has the name. */
const SUBJECT_REACH = 5;

/** A name after "heet", "genaamd", "naam is". In small letters only after a person: a method may "heten" too. */
function isNamedPerson(place: Place): boolean {
  const { tokens, index, lexicon } = place;
  const length = lexicon.naming.lengthAt(tokens, index);
  if (length === 0) return false;
  const name = moveTo(place, index + length);
  const around = tokens.slice(Math.max(0, index - SUBJECT_REACH), name.index).map(({ key }) => key);
  const isPerson = around.some((key) => PERSONS.has(key) || lexicon.relations.has(key));
  const prefix = prefixLength(name);
  if (prefix > 0) return (isPerson || tokens[name.index + prefix]?.capital === true) && isAfterPrefix(name);
  if (isListedName(name) || isUnknownCapital(name)) return true;
  return isPerson && (lexicon.firstNamesMostlyWords.has(keyAt(name, 0)) || isUnknownWord(name));
}
