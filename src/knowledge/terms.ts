import type { Word } from "./analyse.ts";

/** A part of a compound says less than the same word alone. */
export const AS_PART = 0.6;
/** Words such as wie and hoe help to choose between articles about the same, and no more than that. */
const AS_FILLER = 0.8;

/** What MiniSearch reads are terms with spaces between them: the reading of words is ours. */
export const READ_TERMS = {
  tokenize: (terms: string) => terms.split(" "),
  processTerm: (term: string) => term,
};

/** Parts of words are terms of their own in the index, so that they can weigh less. */
export function asPart(term: string): string {
  return `~${term}`;
}

/** Words of an article as they go into the index. */
export function toIndex(words: readonly Word[]): string {
  return words.flatMap(({ term, parts }) => [term, ...parts.map(asPart)]).join(" ");
}

/** A search for words of a question: the terms, and their weights as options of MiniSearch. */
export function toSearch(words: readonly Word[]) {
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
  const boostTerm = (term: string): number => weights.get(term) ?? 0;
  return { terms: [...weights.keys()].join(" "), options: { ...READ_TERMS, boostTerm } };
}
