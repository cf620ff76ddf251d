import { stemmer } from "@orama/stemmers/dutch";

/** Shorter words, and words with a digit, have no stem of their own. */
const STEMMED = /^\p{Letter}{3,}$/u;
/** Snowball only makes dd, kk and tt single; without this "plannen" is not "plan". */
const DOUBLE_END = /([bfglmnprs])\1$/;

/** The stem of a Dutch word (Snowball): "plannen" and "plan" both give "plan". */
export function stem(token: string): string {
  return STEMMED.test(token) ? stemmer(token).replace(DOUBLE_END, "$1") : token;
}
