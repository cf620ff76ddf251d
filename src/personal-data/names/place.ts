import type { Token } from "../reading.ts";
import type { Lexicon } from "./lexicon.ts";

/** "mevrouw d'r zus". Other apostrophes are in names: "M'Barek". */
const SHORTENED = new Set(["d'r", "z'n", "m'n", "zo'n"]);

/** One token as the name rules look at it: with its neighbours and the word lists. */
export interface Place {
  tokens: readonly Token[];
  index: number;
  /** Per token: part of an organisation, place or other phrase that is no person's name. */
  known: readonly boolean[];
  lexicon: Lexicon;
}

/** Key of the token `offset` tokens further; empty outside the text. */
export function keyAt({ tokens, index }: Place, offset: number): string {
  return tokens[index + offset]?.key ?? "";
}

/** The same text, at another token. */
export function moveTo(place: Place, index: number): Place {
  return { ...place, index };
}

/** How many tokens the start of a surname takes here ("van der"); 0 when there is none. */
export function prefixLength({ tokens, index, lexicon }: Place): number {
  return lexicon.prefixes.lengthAt(tokens, index);
}

/**
 * A word that is no common word, organisation or place, in any case.
 * @param hasEnding which endings make it an ordinary word; "van zanten" ends as "slaan" does
 */
export function isUnknownWord(place: Place, hasEnding = place.lexicon.hasEnding): boolean {
  const token = place.tokens[place.index];
  if (token?.kind !== "word" || token.caps || token.key.length < 3 || place.known[place.index]) return false;
  return !place.lexicon.common.has(token.key) && !SHORTENED.has(token.key) && !hasEnding(token.key);
}

/** A word with a capital that is in no list of words, organisations or places. */
export function isUnknownCapital(place: Place): boolean {
  return isUncommonCapital(place) && !place.lexicon.hasLongEnding(keyAt(place, 0));
}

/** As `isUnknownCapital`, where a name is expected: "mevrouw Oosterling" has the ending of a word. */
export function isUncommonCapital({ tokens, index, known, lexicon }: Place): boolean {
  const token = tokens[index];
  return token?.capital === true && token.key.length > 1 && !known[index] && !lexicon.common.has(token.key);
}

/** In a list of names, and not an ordinary word in lower case ("mevrouw wil", "moeder lang"). */
export function isListedName({ tokens, index, lexicon }: Place): boolean {
  const token = tokens[index];
  if (token?.kind !== "word" || (lexicon.common.has(token.key) && !token.capital)) return false;
  return lexicon.isListed(token.key);
}

/** In a list of surnames; where a prefix stands before it, also when it is an ordinary word. */
export function isSurname(place: Place): boolean {
  const { surnames, surnamesAlsoWords } = place.lexicon;
  return surnames.has(keyAt(place, 0)) || surnamesAlsoWords.has(keyAt(place, 0));
}
