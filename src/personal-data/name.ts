import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import { isCuedName } from "./names/cued-name.ts";
import { isFirstName } from "./names/first-name.ts";
import { isFullName } from "./names/full-name.ts";
import { markKnown } from "./names/known-phrases.ts";
import { createLexicon } from "./names/lexicon.ts";
import { isNamedPerson } from "./names/named-person.ts";
import type { Place } from "./names/place.ts";
import type { Reading } from "./reading.ts";

const RULES: readonly ((place: Place) => boolean)[] = [isFirstName, isCuedName, isNamedPerson, isFullName];

/** Name of a person; organisations, places and authors in `not-names` are none. */
export function createNameCheck(rules: PersonalDataRules): (reading: Reading) => boolean {
  const lexicon = createLexicon(rules);
  return ({ tokens }) => {
    const known = markKnown(tokens, lexicon.notNames);
    return tokens.some(
      ({ kind }, index) =>
        kind === "word" && !known[index] && RULES.some((isName) => isName({ tokens, index, known, lexicon })),
    );
  };
}
