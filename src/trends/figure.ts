/** A number as it may be shown. */
export interface Figure {
  /** Sum of published cells; null when none of them is published: too few, which can be zero. */
  n: number | null;
  /** Something is hidden in it, so that it may be more. */
  atLeast: boolean;
}

export const TOO_FEW: Figure = { n: null, atLeast: false };

/** From this number on a percentage says something: rounding moves it by less than 5 points. */
const LEAST_WHOLE = 50;

/** The sum of what is published of these figures. */
export function sum(figures: readonly Figure[]): Figure {
  const known = figures.flatMap(({ n }) => (n === null ? [] : [n]));
  if (known.length === 0) return TOO_FEW;
  return {
    n: known.reduce((total, n) => total + n, 0),
    atLeast: known.length < figures.length || figures.some(({ atLeast }) => atLeast),
  };
}

/** `part` of `whole` in whole percents, about; too few when one of them is, or when the whole is below 50. */
export function share(part: Figure, whole: Figure): Figure {
  if (part.n === null || whole.n === null || whole.n < LEAST_WHOLE) return TOO_FEW;
  return { n: Math.min(100, Math.round((100 * part.n) / whole.n)), atLeast: false };
}

/** For sorting: from high to low, what is hidden last. */
export function compareFigures(a: Figure | undefined, b: Figure | undefined): number {
  return (b?.n ?? 0) - (a?.n ?? 0);
}
