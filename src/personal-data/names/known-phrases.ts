import type { Phrases } from "../phrases.ts";
import type { Token } from "../reading.ts";

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
export function markKnown(tokens: readonly Token[], notNames: Phrases): boolean[] {
  const known = tokens.map(() => false);
  for (let at = 0; at < tokens.length; ) {
    const length = notNames.lengthAt(tokens, at);
    known.fill(true, at, at + length);
    at += Math.max(1, length);
  }
  tokens.forEach(({ key, capital }, at) => {
    if (THOUGHT_OF.test(key) && tokens[at + 1]?.key === "van") known.fill(true, at + 2, at + 2 + nameFrom(at + 2, 1));
    if (!BUILDING.test(key)) return;
    known.fill(true, at + 1, at + 1 + nameFrom(at + 1, 1));
    if (capital) known.fill(true, at - nameFrom(at - 1, -1), at);
  });
  return known;

  /** How many words of a name stand one after another from `start`, forwards or backwards. */
  function nameFrom(start: number, step: 1 | -1): number {
    let count = 0;
    while (count < LONGEST_NAME && isOfName(tokens[start + step * count])) count += 1;
    return count;
  }
}

function isOfName(token: Token | undefined): boolean {
  return token !== undefined && (token.capital || IN_NAME.test(token.key));
}
