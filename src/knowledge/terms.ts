import type { Word } from "./analyse.ts";

/** A part of a compound says less than the same word alone. */
export const AS_PART = 0.6;
/** Words such as wie and hoe help to choose between articles about the same, and no more than that. */
const AS_FILLER = 0.8;

/** Parts of words are terms of their own in an index, so that they can weigh less. */
export function asPart(term: string): string {
  return `~${term}`;
}

/** Words of an article as they go into an index. */
export function termsOf(words: readonly Word[]): string[] {
  return words.flatMap(({ term, parts }) => [term, ...parts.map(asPart)]);
}

/** What to look up in an index for the words of a question, and the weight of each from 0 to 1. */
export function weightsOf(words: readonly Word[]): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number): void => {
    weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  };
  for (const { term, parts, kind } of words) {
    add(term, kind === "filler" ? AS_FILLER : 1);
    if (kind !== "filler") add(asPart(term), AS_PART);
    for (const part of parts) {
      add(part, AS_PART);
      add(asPart(part), AS_PART * AS_PART);
    }
  }
  return weights;
}
