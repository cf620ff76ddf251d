import type { PersonalDataRules } from "../content/schema/personal-data.ts";
import { isAnnouncedName } from "./names/announced-name.ts";
import { isBareName } from "./names/bare-name.ts";
import { createLexicon, type Phrases } from "./names/lexicon.ts";
import type { Place } from "./names/place.ts";
import type { Reading, Token } from "./reading.ts";

/** Name of a person; organisations, places and authors in `not-names` are none. */
export function createNameCheck(rules: PersonalDataRules): (reading: Reading) => boolean {
  const lexicon = createLexicon(rules);
  const isName = (place: Place) => isBareName(place) || isAnnouncedName(place);
  return ({ tokens }) => {
    const known = markKnown(tokens, lexicon.notNames);
    return tokens.some(
      ({ kind }, index) => kind === "word" && !known[index] && isName({ tokens, index, known, lexicon }),
    );
  };
}

/** Which tokens belong to an organisation, place or other phrase that is no person's name. */
function markKnown(tokens: readonly Token[], notNames: Phrases): boolean[] {
  const known = tokens.map(() => false);
  for (let at = 0; at < tokens.length; ) {
    const length = notNames.lengthAt(tokens, at);
    known.fill(true, at, at + length);
    at += Math.max(1, length);
  }
  return known;
}
