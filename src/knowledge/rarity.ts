import type { Word } from "./analyse.ts";

/** How rare a term is: from 0 (in every article) to 1 (in one); undefined when no article has it. */
export type Rarity = (term: string) => number | undefined;

/** Inverse document frequency, scaled. @param articles all words of each article */
export function countTerms(articles: readonly (readonly Word[])[]): Rarity {
  const counts = new Map<string, number>();
  for (const words of articles) {
    for (const term of new Set(words.flatMap(({ term, parts }) => [term, ...parts]))) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  const total = articles.length + 1;
  return (term) => {
    const count = counts.get(term);
    return count === undefined ? undefined : Math.log(total / (count + 0.5)) / Math.log(total / 1.5);
  };
}
