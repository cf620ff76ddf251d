import { isUnknownCapital, keyAt, type Place } from "./place.ts";

const CONJUNCTIONS = new Set(["dat", "als", "omdat", "toen", "of", "want", "terwijl", "nadat", "voordat", "doordat"]);
const PRONOUNS = new Set(["haar", "hem", "zich", "zijn", "hun", "mij", "me"]);
const THEIRS = new Set(["haar", "zijn", "d'r", "z'n"]);

/** A capital in no list that does what a person does: "Nkechi slaat haar kind", "dat Nkechi haar opsluit". */
export function isActingPerson(place: Place): boolean {
  if (!isUnknownCapital(place) || isRelation(place)) return false;
  const [before, next, second] = [keyAt(place, -1), keyAt(place, 1), keyAt(place, 2)];
  if (place.lexicon.personVerbs.has(next)) return true;
  return (
    (CONJUNCTIONS.has(before) && PRONOUNS.has(next)) ||
    (next === "en" && THEIRS.has(second)) ||
    (before === "tegen" && place.tokens[place.index]?.first === false)
  );
}

/** "Bonusvader" too. */
function isRelation(place: Place): boolean {
  return [...place.lexicon.relations].some((relation) => keyAt(place, 0).endsWith(relation));
}
