import { type Model, softmax } from "./classifier.ts";
import type { Features } from "./features.ts";

/** One thing to learn from. */
export interface LabelledFeatures {
  features: Features;
  label: string;
  /** How much it counts; 1 unless given. */
  weight?: number;
}

/** Measured; see `docs/adr/0016-typed-text-is-learned-from-examples.md`. */
export interface Training {
  /** Features of fewer examples are left out: they teach little and take most of the memory. */
  atLeast: number;
  /** How often each example is seen to learn from its mistakes: logistic regression with AdaGrad. */
  rounds: number;
  rate: number;
  /** What it adds that a feature stands more with one label than with all: naive Bayes. Nothing unless given. */
  counts: number;
}

const TRAINING: Training = { atLeast: 2, rounds: 5, rate: 0.7, counts: 0 };
/** Chances below this are not worth correcting for. */
const NEGLIGIBLE = 0.01;
/** How much of each label is taken to be as the whole: so little is concluded from a label with few examples. */
const SMOOTHING = 20;
const SEED = 20_261_128;

/** An example of which each feature is the number of its first weight. */
interface IndexedExample {
  at: Uint32Array;
  values: Float32Array;
  label: number;
  weight: number;
}

/** Learns to tell labels apart. The same examples in the same order give the same model to the byte. */
export function train(examples: readonly LabelledFeatures[], options: Partial<Training> = {}): Model {
  const training = { ...TRAINING, ...options };
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const keys = commonKeys(examples, training.atLeast);
  const rows = toRows(examples, keys, labels);
  const { weights, bias } = learn(rows, keys.length, labels.length, training);
  if (training.counts > 0) addCounts(weights, rows, labels.length, training.counts);
  return { labels, keys, ...quantise(labels.length, weights), bias };
}

/** Keys of the features that stand in so many texts, from low to high. */
function commonKeys(examples: readonly LabelledFeatures[], atLeast: number): Uint32Array {
  const all = new Uint32Array(examples.reduce((sum, { features }) => sum + features.keys.length, 0));
  let filled = 0;
  for (const { features } of examples) {
    all.set(features.keys, filled);
    filled += features.keys.length;
  }
  all.sort();
  return all.filter((key, at) => key !== all[at - 1] && key === all[at + atLeast - 1]);
}

function toRows(examples: readonly LabelledFeatures[], keys: Uint32Array, labels: readonly string[]): IndexedExample[] {
  const places = new Map<number, number>();
  for (let at = 0; at < keys.length; at += 1) places.set(keys[at] as number, at * labels.length);
  return examples.map(({ features, label, weight = 1 }) => {
    const at = new Uint32Array(features.keys.length);
    const values = new Float32Array(features.keys.length);
    let known = 0;
    for (let index = 0; index < features.keys.length; index += 1) {
      const place = places.get(features.keys[index] as number);
      if (place === undefined) continue;
      at[known] = place;
      values[known] = features.values[index] as number;
      known += 1;
    }
    return { at: at.subarray(0, known), values: values.subarray(0, known), label: labels.indexOf(label), weight };
  });
}

/** Multinomial logistic regression with AdaGrad. */
function learn(rows: readonly IndexedExample[], features: number, size: number, { rounds, rate }: Training) {
  const weights = new Float32Array(features * size);
  const squares = new Float32Array(features * size);
  const bias = new Float32Array(size);
  const biasSquares = new Float32Array(size);
  const chances = new Float64Array(size);
  const random = randomFrom(SEED);
  const order = Uint32Array.from(rows.keys());
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) learnFrom(rows[index] as IndexedExample);
  }
  return { weights, bias };

  function learnFrom({ at, values, label, weight }: IndexedExample): void {
    chances.set(bias);
    for (let index = 0; index < at.length; index += 1) {
      const from = at[index] as number;
      const value = values[index] as number;
      for (let each = 0; each < size; each += 1) {
        chances[each] = (chances[each] as number) + value * (weights[from + each] as number);
      }
    }
    softmax(chances);
    for (let each = 0; each < size; each += 1) {
      const error = (chances[each] as number) - (each === label ? 1 : 0);
      if (Math.abs(error) < NEGLIGIBLE) continue;
      const slope = error * weight;
      step(bias, biasSquares, each, slope);
      for (let index = 0; index < at.length; index += 1) {
        step(weights, squares, (at[index] as number) + each, slope * (values[index] as number));
      }
    }
  }

  function step(values: Float32Array, sums: Float32Array, index: number, slope: number): void {
    const sum = (sums[index] as number) + slope * slope;
    sums[index] = sum;
    values[index] = (values[index] as number) - (rate * slope) / Math.sqrt(sum + 1e-8);
  }
}

/** Adds to each weight how much more a feature stands with a label than with all labels: the logarithm of its share. */
function addCounts(weights: Float32Array, rows: readonly IndexedExample[], size: number, share: number): void {
  const counts = new Float32Array(weights.length);
  const totals = new Float64Array(size);
  for (const { at, values, label, weight } of rows) {
    for (let index = 0; index < at.length; index += 1) {
      const count = (values[index] as number) * weight;
      const place = (at[index] as number) + label;
      counts[place] = (counts[place] as number) + count;
      totals[label] = (totals[label] as number) + count;
    }
  }
  const all = totals.reduce((sum, total) => sum + total, 0);
  for (let from = 0; from < counts.length; from += size) {
    let usual = 0;
    for (let each = 0; each < size; each += 1) usual += (counts[from + each] as number) / all;
    for (let each = 0; each < size; each += 1) {
      const expected = usual * ((totals[each] as number) + SMOOTHING);
      const ratio = ((counts[from + each] as number) + usual * SMOOTHING) / expected;
      weights[from + each] = (weights[from + each] as number) + share * Math.log(ratio);
    }
  }
}

/** A byte per weight: enough to keep the order of the labels, and a quarter of the memory. */
function quantise(size: number, weights: Float32Array): Pick<Model, "weights" | "scales"> {
  const bytes = new Int8Array(weights.length);
  const scales = new Float32Array(size);
  for (let label = 0; label < size; label += 1) {
    let most = 0;
    for (let at = label; at < weights.length; at += size) most = Math.max(most, Math.abs(weights[at] as number));
    const scale = most / 127 || 1;
    scales[label] = scale;
    for (let at = label; at < weights.length; at += size) bytes[at] = Math.round((weights[at] as number) / scale);
  }
  return { weights: bytes, scales };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
