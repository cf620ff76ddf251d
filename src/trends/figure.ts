/** A number as it may be shown. */
export interface Figure {
  /** Sum of published boxes; null when none of them is published: too few, which can be zero. */
  n: number | null;
  /** A part of it is for certain in a box that reaches beyond what was asked, so that it is more. */
  atLeast: boolean;
  /** At most about this much more is in no box at all. */
  missing: number;
  /** It is a share of which only is known that it is no more than this. */
  atMost?: true;
  /** How many boxes make the sum: each has its own noise. */
  boxes: number;
}

export const TOO_FEW: Figure = { n: null, atLeast: false, missing: 0, boxes: 0 };

/** A share is told when it is off by at most this much; in hundredths. */
const MOST_ERROR = 5;

/** A number stands by itself when at most this part of it can be in no box. */
const MOST_MISSING = 0.05;

/** Whether a figure is to be read as "or more". */
export function isLowerBound({ n, atLeast, missing }: Figure): boolean {
  return n !== null && (atLeast || missing > MOST_MISSING * n);
}

/** Standard deviation of noise and rounding in one box: variances 4 and 25 / 12. */
const DEVIATION = Math.sqrt(4 + 25 / 12);

/** The sum of what is published of these figures. */
export function sum(figures: readonly Figure[]): Figure {
  const add = (of: (figure: Figure) => number) => figures.reduce((total, figure) => total + of(figure), 0);
  return {
    n: figures.some(({ n }) => n !== null) ? add(({ n }) => n ?? 0) : null,
    atLeast: figures.some(({ atLeast }) => atLeast),
    missing: add(({ missing }) => missing),
    boxes: add(({ boxes }) => boxes),
  };
}

/** A whole that is hidden, or that noise makes less than its parts: it is at least as much as they are. */
export function atLeastParts(whole: Figure, parts: readonly Figure[]): Figure {
  const { n, boxes } = sum(parts);
  return n !== null && n > (whole.n ?? 0) ? { ...whole, n, boxes, atLeast: true } : whole;
}

/**
 * `part` of `whole` in whole percents, about. Too few when what is hidden of either could make it more than five points
 * wrong, or when noise could, in more than one in twenty cases.
 * @param rest what `whole` holds besides `part`
 */
export function share(part: Figure, rest: Figure): Figure {
  if (part.atLeast || rest.atLeast || (part.n === null && rest.n === null)) return TOO_FEW;
  const [a, b] = [part.n ?? 0, rest.n ?? 0];
  const low = a / Math.max(1, a + b + rest.missing);
  const high = (a + part.missing) / Math.max(1, a + part.missing + b);
  const whole = a + b + (part.missing + rest.missing) / 2;
  const middle = (a + part.missing / 2) / whole;
  const noise = (DEVIATION * Math.hypot((1 - middle) * Math.sqrt(part.boxes), middle * Math.sqrt(rest.boxes))) / whole;
  return about(part, { low, middle, high, noise });
}

/**
 * `part` of `whole`, which holds the part and more, in whole percents, about; too few on the same grounds as a
 * {@link share}.
 */
export function ratio(part: Figure, whole: Figure): Figure {
  if (part.atLeast || whole.atLeast || whole.n === null) return TOO_FEW;
  const [a, b] = [part.n ?? 0, whole.n];
  const [low, high] = [a / (b + whole.missing), (a + part.missing) / b];
  const middle = (low + high) / 2;
  const noise = (DEVIATION * Math.hypot(Math.sqrt(part.boxes), middle * Math.sqrt(whole.boxes))) / b;
  return about(part, { low, middle, high, noise });
}

function about(
  part: Figure,
  { low, middle, high, noise }: Record<"low" | "middle" | "high" | "noise", number>,
): Figure {
  if (50 * (high - low) + 200 * noise > MOST_ERROR) return TOO_FEW;
  if (part.n === null) return { ...TOO_FEW, n: Math.ceil(100 * high), atMost: true };
  return { ...TOO_FEW, n: Math.min(100, Math.round(100 * middle)) };
}

/** On average per week, to one decimal. */
export function perWeek(figure: Figure, weeks: number): Figure {
  if (figure.n === null || weeks === 0) return TOO_FEW;
  return { ...figure, n: Math.round((10 * figure.n) / weeks) / 10, missing: figure.missing / weeks };
}

/** For sorting: from high to low, what is hidden last, and so is what is only known to be no more than something. */
export function compareFigures(a: Figure | undefined, b: Figure | undefined): number {
  return (knownNumber(b) ?? 0) - (knownNumber(a) ?? 0);
}

/** The number of a figure that says how much there is; null when it is hidden, or only no more than something. */
export function knownNumber(figure: Figure | undefined): number | null {
  return figure?.atMost ? null : (figure?.n ?? null);
}
