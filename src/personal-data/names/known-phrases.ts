import type { Phrases } from "../phrases.ts";
import type { Token } from "../reading.ts";

/** Which tokens belong to an organisation, place or other phrase that is no person's name. */
export function markKnown(tokens: readonly Token[], notNames: Phrases): boolean[] {
  const known = tokens.map(() => false);
  for (let at = 0; at < tokens.length; ) {
    const length = notNames.lengthAt(tokens, at);
    known.fill(true, at, at + length);
    at += Math.max(1, length);
  }
  return known;
}
