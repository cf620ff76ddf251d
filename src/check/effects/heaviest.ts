import type { WordWeight } from "../../language/word-weights.ts";

/** The words that weighed most, the heaviest first. */
export interface Heaviest {
  for: string[];
  against: string[];
}

const MOST = 5;
/** Less is not worth a look. */
const LEAST = 0.1;

/** The words that weighed most for and against. */
export function heaviest(weights: readonly WordWeight[]): Heaviest {
  const words = (some: readonly WordWeight[]) => some.slice(0, MOST).map(({ word }) => word);
  return {
    for: words(weights.filter(({ adds }) => adds >= LEAST)),
    against: words(weights.filter(({ adds }) => adds <= -LEAST).toReversed()),
  };
}
