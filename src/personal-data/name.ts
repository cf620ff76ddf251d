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

/** "de typologie van Johnson": whoever thought of it is no person of a case. */
const THOUGHT_OF =
  /(?:methode|methodiek|theorie|typologie|model|cyclus|cirkel|piramide|driehoek|kwadrant|syndroom|fasen|vragenlijst)$/;
/** "sporthal Prinses Irene", "sportpark Jan Roelfs". */
const BUILDING = /(?:sportpark|sporthal|gymzaal|zwembad|stadion|arena|ijsbaan|lyceum|college)$/;
/** Stands between the capitals of a name. */
const IN_NAME = /^(?:van|der|den|de|'t|ten|ter|el|di)$/;
/** "Pieter van den Hoogenband Zwemstadion": a name is not longer. */
const LONGEST_NAME = 6;

/** Which tokens belong to an organisation, place or other phrase that is no person's name. */
function markKnown(tokens: readonly Token[], notNames: Phrases): boolean[] {
  const known = tokens.map(() => false);
  for (let at = 0; at < tokens.length; ) {
    const length = notNames.lengthAt(tokens, at);
    known.fill(true, at, at + length);
    at += Math.max(1, length);
  }
  tokens.forEach(({ key, capital, first }, at) => {
    if (THOUGHT_OF.test(key) && tokens[at + 1]?.key === "van") known.fill(true, at + 2, at + 2 + nameFrom(at + 2, 1));
    if (!BUILDING.test(key)) return;
    known.fill(true, at + 1, at + 1 + nameFrom(at + 1, 1));
    if (capital && !first) known.fill(true, at - nameFrom(at - 1, -1), at);
  });
  return known;

  /** How many words of a name stand one after another from `start`, forwards or backwards in one sentence. */
  function nameFrom(start: number, step: 1 | -1): number {
    let count = 0;
    while (count < LONGEST_NAME && isOfName(tokens[start + step * count], step)) count += 1;
    return count;
  }
}

function isOfName(token: Token | undefined, step: 1 | -1): boolean {
  if (token === undefined || (token.first && step === 1)) return false;
  return token.capital || IN_NAME.test(token.key);
}
