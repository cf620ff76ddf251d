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

/** Tokens of initials and their dots; no one has more than six. */
const LONGEST_INITIALS = 12;

/** A surname that is no word, an initial with a surname, or a capital joined with a surname. */
export function isFullName(place: Place): boolean {
  return isBareSurname(place) || isPrefixedSurname(place) || isInitialsWithSurname(place);
}

/** "jansen", "el idrissi", "wisniewska", anywhere. */
function isBareSurname(place: Place): boolean {
  const { lexicon } = place;
  const key = keyAt(place, 0);
  if (lexicon.isStreet(keyAt(place, 1)) || lexicon.common.has(key)) return false;
  return lexicon.surnames.has(key) || lexicon.endsAsSurname(key);
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
