import { toWords } from "./words.ts";

/** Letters in a group. Groups of letters let a misspelt word still be understood. */
const SHORTEST_GROUP = 3;
const LONGEST_GROUP = 5;
/** How many words may stand between the two words of a pair: "slaat … over". */
const WIDEST_GAP = 2;

/** What a text is read by: its words, pairs of words that stand close together, and groups of letters. */
export function textFeatures(text: string): string[] {
  const words = toWords(text);
  return [
    ...words.map((word) => `w ${word}`),
    ...neighbours(words),
    ...words.flatMap(letterGroups),
    ...(text.includes("?") ? ["?"] : []),
  ];
}

/** Begin and end of the text count as words here. */
function neighbours(words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const bounded = ["^", ...words, "$"];
  const next = bounded.slice(1).map((word, at) => `p ${bounded[at]} ${word}`);
  const apart = words.flatMap((word, at) => words.slice(at + 2, at + 2 + WIDEST_GAP).map((far) => `g ${word} ${far}`));
  return [...next, ...apart];
}

function letterGroups(word: string): string[] {
  const bounded = `<${word}>`;
  const groups: string[] = [];
  for (let length = SHORTEST_GROUP; length <= LONGEST_GROUP; length += 1) {
    for (let at = 0; at + length <= bounded.length; at += 1) groups.push(`~${bounded.slice(at, at + length)}`);
  }
  return groups;
}
