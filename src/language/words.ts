import { fold } from "./normalise.ts";

/** How who types fast writes what others write in full; measured, see the ADR. Without apostrophes: "'t", "z'n". */
const IN_FULL: ReadonlyMap<string, string> = new Map(
  [
    "t het|n een|k ik|r haar|m hem|zn zijn|mn mijn|dr haar|der haar|ie hij|vd van de|vh van het|nr naar",
    "vdr vader|mdr moeder|mw mevrouw|mevr mevrouw|mvr mevrouw|dhr meneer|mnr meneer",
    "kids kinderen|kdn kinderen|knd kind|cl client|clt client|clte client|alleenst alleenstaande",
    "jr jaar|mnd maanden|wk week|wkn weken|dgn dagen|wo woensdag|za zaterdag|vdg vandaag|vnacht vannacht|vnmd vanmiddag",
    "ff even|effe even|eig eigenlijk|gwn gewoon|idd inderdaad|sws sowieso|nx niks|wrd wordt|zkh ziekenhuis|tel telefoon",
    "mob telefoon|vnaf vanaf",
  ].flatMap((line) => line.split("|").map((pair) => splitOnce(pair))),
);

/** The words and numbers of a text, folded and in full. A plus is a word, so that "MDA++" and "mda plus plus" are the same. */
export function toWords(text: string): string[] {
  const words =
    fold(text)
      .replaceAll("+", " plus ")
      .replaceAll("'", "")
      .match(/\p{Letter}+|\p{Number}+/gu) ?? [];
  return words.flatMap((word) => IN_FULL.get(word)?.split(" ") ?? [word]);
}

function splitOnce(pair: string): [short: string, inFull: string] {
  const space = pair.indexOf(" ");
  return [pair.slice(0, space), pair.slice(space + 1)];
}
