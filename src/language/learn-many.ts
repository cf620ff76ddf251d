import type { Model } from "./classifier.ts";
import { type IndexedExample, inBytes, type LabelledFeatures, toLesson } from "./train.ts";

/** Measured; see `docs/adr/0016-typed-text-is-learned-from-examples.md`. */
export interface Counting {
  /** Features of fewer examples are left out. */
  atLeast: number;
  /** What the logarithm of a share counts for. */
  share: number;
}

/** How much of each label is taken to be as the whole: so little is concluded from a label with few examples. */
const SMOOTHING = 20;

/**
 * Learns to tell many labels apart by counting how often each feature stands with each of them: naive Bayes. Only what was
 * seen together takes memory; a label that a feature was never seen with gets the same from every feature (`usual`).
 */
export function learnMany(
  examples: readonly LabelledFeatures[],
  { atLeast = 2, share = 1 }: Partial<Counting> = {},
): Model {
  const { labels, table, examples: indexed } = toLesson(examples, atLeast);
  const { from, which, counts } = countTogether(indexed, table.rests.length);
  const totals = new Float64Array(labels.length);
  which.forEach((label, at) => {
    totals[label] = (totals[label] as number) + (counts[at] as number);
  });
  const all = totals.reduce((sum, total) => sum + total, 0);
  const weights = new Float32Array(counts.length);
  for (let place = 0; place + 1 < from.length; place += 1) {
    const own = counts.subarray(from[place], from[place + 1]);
    const usual = (own.reduce((sum, count) => sum + count, 0) / all) * SMOOTHING;
    own.forEach((count, at) => {
      weights[(from[place] as number) + at] = share * Math.log(1 + count / usual);
    });
  }
  const usual = Float32Array.from(totals, (total) => share * Math.log(SMOOTHING / (total + SMOOTHING)));
  return { labels, table, from, which, ...inBytes(weights), usual, bias: new Float32Array(labels.length) };
}

/** How often each feature stands with each label that it stands with; the pairs of a feature follow each other. */
function countTogether(examples: readonly IndexedExample[], features: number) {
  const byLabel = [...examples].sort((one, other) => one.label - other.label);
  const from = new Uint32Array(features + 1);
  eachPair(byLabel, features, (place, isNew) => {
    if (isNew) from[place + 1] = (from[place + 1] as number) + 1;
  });
  for (let at = 1; at < from.length; at += 1) from[at] = (from[at] as number) + (from[at - 1] as number);
  const which = new Uint16Array(from[features] ?? 0);
  const counts = new Float32Array(which.length);
  const filled = from.slice();
  eachPair(byLabel, features, (place, isNew, label, count) => {
    if (isNew) filled[place] = (filled[place] as number) + 1;
    const at = (filled[place] as number) - 1;
    which[at] = label;
    counts[at] = (counts[at] as number) + count;
  });
  return { from, which, counts };
}

/** @param visit told of each feature of each example, and whether it is the first time that it stands with this label */
function eachPair(
  byLabel: readonly IndexedExample[],
  features: number,
  visit: (place: number, isNew: boolean, label: number, count: number) => void,
): void {
  const last = new Int32Array(features).fill(-1);
  for (const { places, values, label, weight } of byLabel) {
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index] as number;
      if (place < 0) continue;
      visit(place, last[place] !== label, label, (values[index] as number) * weight);
      last[place] = label;
    }
  }
}
