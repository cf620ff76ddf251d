import { type Model, weightOf } from "./classifier.ts";
import { eachFeature, featuresOf } from "./features.ts";

export interface WordWeight {
  word: string;
  /** What it adds to the score; below zero when it speaks against. */
  adds: number;
}

/**
 * What each word of a text adds to the score of `label`, with its share in the pairs of words and groups of letters that
 * it is in. The heaviest first; together they are the whole score but for its beginning. A question mark counts as a word.
 */
export function wordWeights(model: Model, text: string, label: string): WordWeight[] {
  const weights = new Map<string, number>();
  const { keys, values } = featuresOf(text);
  const words = wordsByFeature(text);
  keys.forEach((key, at) => {
    const among = words.get(key) ?? new Set();
    const adds = weightOf(model, key, label) * (values[at] as number);
    for (const word of among) weights.set(word, (weights.get(word) ?? 0) + adds / among.size);
  });
  return [...weights]
    .map(([word, adds]) => ({ word, adds }))
    .filter(({ adds }) => adds !== 0)
    .sort((one, other) => other.adds - one.adds);
}

/** The words that each feature is made of; the beginning and the end of a text are none. */
function wordsByFeature(text: string): Map<number, Set<string>> {
  const found = new Map<number, Set<string>>();
  eachFeature(text, (key, _isGroup, ...words) => {
    const all = found.get(key) ?? new Set();
    for (const word of words) if (word !== "^" && word !== "$") all.add(word);
    found.set(key, all);
  });
  return found;
}
