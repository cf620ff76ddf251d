import { toWords } from "./words.ts";

/** Kinds of features; the same letters under another kind are another feature. */
const SHORTEST_GROUP = 3;
const LONGEST_GROUP = 5;

/** What a text is read by: its words, pairs of words, and groups of letters within words (so that typing errors matter less). */
export function textFeatures(text: string): string[] {
  const words = toWords(text);
  const features: string[] = [];
  let before = "^";
  for (const word of words) {
    features.push(`w ${word}`, `p ${before} ${word}`);
    before = word;
    addGroups(`<${word}>`, features);
  }
  if (words.length > 0) features.push(`p ${before} $`);
  if (/\?/.test(text)) features.push("?");
  return features;
}

function addGroups(word: string, features: string[]): void {
  for (let length = SHORTEST_GROUP; length <= LONGEST_GROUP; length += 1) {
    for (let at = 0; at + length <= word.length; at += 1) features.push(`c ${word.slice(at, at + length)}`);
  }
}
