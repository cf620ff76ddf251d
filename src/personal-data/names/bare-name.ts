import {
  isListedName,
  isSurname,
  isUncommonCapital,
  isUnknownWord,
  keyAt,
  moveTo,
  type Place,
  prefixLength,
} from "./place.ts";

const DETERMINERS = new Set(["de", "het", "een", "'n", "geen", "elke", "per"]);
/** "zo'n Calimero": one like him. */
const ONE_OF = new Set(["een", "zo'n", "'n", "geen"]);
const TITLES_OF_STREETS = new Set(["sint", "st", "prins", "prinses", "koning", "koningin", "paus"]);
/** "mark dit", "max 3": not the person. */
const AFTER_WORD = new Set(["dit", "deze", "het", "een", "twee", "drie", "up", "."]);
/** "Roos heeft": more often the person than the flower. */
const AFTER_PERSON = new Set("heeft had zegt zei vertelt vertelde huilt huilde woont zit slaat".split(" "));
/** In small letters, a shorter name with an s is more often a word. */
const SHORTEST_WITH_S = 5;
const BEFORE_AGE = new Set(["van", "is", ","]);
const AGE_OF_CHILD = /^(?:\d|1[0-8])$/;

/** Tokens of initials and their dots; no one has more than six. */
const LONGEST_INITIALS = 12;

/** A name that nothing announces: a listed first name, a surname that is no word, or initials with a surname. */
export function isBareName(place: Place): boolean {
  return isFirstName(place) || isBareSurname(place) || isPrefixedSurname(place) || isInitialsWithSurname(place);
}

/** A first name from the lists. */
function isFirstName(place: Place): boolean {
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

/** "de bob", "een Houdini". */
function isThing(place: Place): boolean {
  const before = keyAt(place, -1);
  return ONE_OF.has(before) || (DETERMINERS.has(before) && !place.tokens[place.index]?.capital);
}

/** At the start of a sentence, where any word has a capital: "Roos Bakker", "Roos vertelde", "Storm van 4". */
function isSubject(place: Place): boolean {
  const next = keyAt(place, 1);
  const surname = moveTo(place, place.index + 1 + prefixLength(moveTo(place, place.index + 1)));
  if (isSurname(surname) && place.tokens[surname.index]?.capital === true) return true;
  const isAged = BEFORE_AGE.has(next) && AGE_OF_CHILD.test(keyAt(place, 2));
  return isAged || AFTER_PERSON.has(next);
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
  return TITLES_OF_STREETS.has(keyAt(place, -1)) || place.lexicon.isStreet(keyAt(place, 1));
}

/** "jansen", "el idrissi", "wisniewska", anywhere. */
function isBareSurname(place: Place): boolean {
  const { lexicon } = place;
  const key = keyAt(place, 0);
  return !lexicon.common.has(key) && (lexicon.surnames.has(key) || lexicon.endsAsSurname(key));
}

/** "van der berg", anywhere; "van berg" may be a place. */
function isPrefixedSurname(place: Place): boolean {
  const { lexicon, tokens, index } = place;
  const prefix = lexicon.certainPrefixes.lengthAt(tokens, index);
  return prefix > 1 && isSurname(moveTo(place, index + prefix)) && !lexicon.isStreet(keyAt(place, prefix));
}

/** "J. de Vries", "J.v.d. Berg", "m.a. bakker". */
function isInitialsWithSurname(place: Place): boolean {
  const { tokens, index, lexicon } = place;
  if (tokens[index]?.glued) return false;
  const end = endOfInitials(place);
  if (end === index) return false;
  const prefix = prefixLength(moveTo(place, end));
  const surname = moveTo(place, end + prefix);
  if (prefix > 0 ? isSurname(surname) : isListedName(surname)) return true;
  if (tokens[index]?.capital !== true) return prefix === 0 && isUnknownWord(surname);
  if (!isUncommonCapital(surname)) return false;
  return prefix > 0 || end - index > 2 || isUnknownWord(surname, lexicon.hasLongEnding);
}

/** The token after "J." or "J.P."; the "v." of "v.d." is no initial, nor is an abbreviation such as "o.a.". */
function endOfInitials(place: Place): number {
  const { tokens, index, known } = place;
  let end = index;
  while (tokens[end]?.kind === "word" && tokens[end]?.key.length === 1 && tokens[end + 1]?.key === ".") {
    if (end - index >= LONGEST_INITIALS || known[end] || (end > index && prefixLength(moveTo(place, end)) > 0)) break;
    end += 2;
  }
  return end;
}
