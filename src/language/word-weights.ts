import { explain, type Model } from "./classifier.ts";
import { featureNames, featuresNamed } from "./features.ts";
import { toWords } from "./words.ts";

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
  const names = featureNames(text);
  const words = [...new Set(toWords(text))];
  const weights = new Map<string, number>();
  explain(model, featuresNamed(names), label).forEach((adds, at) => {
    const among = wordsOf(names[at] ?? "", words);
    for (const word of among) weights.set(word, (weights.get(word) ?? 0) + adds / among.length);
  });
  return [...weights]
    .map(([word, adds]) => ({ word, adds }))
    .filter(({ adds }) => adds !== 0)
    .sort((one, other) => other.adds - one.adds);
}

/** The words that a feature is made of. */
function wordsOf(name: string, words: readonly string[]): string[] {
  if (name.startsWith("~")) return words.filter((word) => `<${word}>`.includes(name.slice(1)));
  const [, ...parts] = name.split(" ");
  return parts.length === 0 ? [name] : parts.filter((part) => words.includes(part));
}
