/** One thing to learn from: what stands in a text, and the class that it belongs to. */
export interface Example {
  /** Names of what stands in it; a name that stands there twice counts twice. */
  features: readonly string[];
  label: string;
  /** How much it counts; 1 unless given. */
  weight?: number;
}

/** A trained classifier: plain data that can be kept and sent to another process. */
export interface Model {
  labels: readonly string[];
  /** Weights by bucket of features, then by label; times `scale` of the label. */
  weights: Int8Array;
  scales: Float32Array;
  bias: Float32Array;
}

export interface Training {
  /** Number of buckets that names are hashed to: a power of two. Bytes of the model are this times the labels. */
  buckets: number;
  /** How often each example is seen. */
  rounds: number;
  rate: number;
  /** Part of each weight that is taken off whenever it changes, to keep weights small. */
  decay: number;
}

export const TRAINING: Training = { buckets: 2 ** 16, rounds: 12, rate: 0.5, decay: 0 };

/** Chances below this are not worth correcting for. */
const NEGLIGIBLE = 1e-3;
const SEED = 20_261_128;

/**
 * Learns to tell labels apart: multinomial logistic regression on hashed features, with AdaGrad. The same examples
 * in the same order give the same model to the byte.
 */
export function train(examples: readonly Example[], options: Partial<Training> = {}): Model {
  const { buckets, rounds, rate, decay } = { ...TRAINING, ...options };
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const size = labels.length;
  const rows = examples.map(({ features, label, weight = 1 }) => ({
    at: bucketsOf(features, buckets),
    label: labels.indexOf(label),
    weight,
  }));
  const weights = new Float32Array(buckets * size);
  const squares = new Float32Array(buckets * size);
  const bias = new Float32Array(size);
  const biasSquares = new Float32Array(size);
  const chances = new Float64Array(size);
  const random = randomFrom(SEED);
  const order = Uint32Array.from(rows.keys());
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) learn(rows[index] as Row);
  }
  return quantise(labels, weights, bias);

  function learn({ at, label, weight }: Row): void {
    const value = 1 / Math.sqrt(at.length || 1);
    chances.set(bias);
    for (const bucket of at) {
      for (let each = 0, from = bucket * size; each < size; each += 1) {
        chances[each] = (chances[each] as number) + value * (weights[from + each] as number);
      }
    }
    softmax(chances);
    for (let each = 0; each < size; each += 1) {
      const error = (chances[each] as number) - (each === label ? 1 : 0);
      if (Math.abs(error) < NEGLIGIBLE) continue;
      const slope = error * weight;
      step(bias, biasSquares, each, slope);
      for (const bucket of at) step(weights, squares, bucket * size + each, slope * value);
    }
  }

  function step(values: Float32Array, sums: Float32Array, index: number, slope: number): void {
    const sum = (sums[index] as number) + slope * slope;
    sums[index] = sum;
    const value = values[index] as number;
    values[index] = value - (rate * (slope + decay * value)) / Math.sqrt(sum + 1e-8);
  }
}

interface Row {
  at: Uint32Array;
  label: number;
  weight: number;
}

/** The chance of each label from 0 to 1, in the order of `model.labels`. */
export function chancesOf(model: Model, features: readonly string[], temperature = 1): Float64Array {
  const scores = scoresOf(model, features);
  for (let each = 0; each < scores.length; each += 1) scores[each] = (scores[each] as number) / temperature;
  softmax(scores);
  return scores;
}

/** What each feature adds to the score of `label`, the most first. */
export function explain(model: Model, features: readonly string[], label: string): { feature: string; adds: number }[] {
  const at = model.labels.indexOf(label);
  const value = 1 / Math.sqrt(features.length || 1);
  const mask = bucketCount(model) - 1;
  const sums = new Map<string, number>();
  for (const feature of features) {
    const weight = model.weights[(hash(feature) & mask) * model.labels.length + at] ?? 0;
    sums.set(feature, (sums.get(feature) ?? 0) + value * weight * (model.scales[at] ?? 0));
  }
  return [...sums].map(([feature, adds]) => ({ feature, adds })).sort((a, b) => b.adds - a.adds);
}

function scoresOf({ labels, weights, scales, bias }: Model, features: readonly string[]): Float64Array {
  const size = labels.length;
  const sums = new Int32Array(size);
  const mask = weights.length / size - 1;
  for (const feature of features) {
    for (let each = 0, from = (hash(feature) & mask) * size; each < size; each += 1) {
      sums[each] = (sums[each] as number) + (weights[from + each] as number);
    }
  }
  const value = 1 / Math.sqrt(features.length || 1);
  return Float64Array.from(sums, (sum, each) => sum * value * (scales[each] as number) + (bias[each] as number));
}

function bucketCount({ weights, labels }: Model): number {
  return weights.length / labels.length;
}

function bucketsOf(features: readonly string[], buckets: number): Uint32Array {
  return Uint32Array.from(features, (feature) => hash(feature) & (buckets - 1));
}

/** FNV-1a over the UTF-16 units, with a last mix so that the low bits are good ones. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** A byte per weight: enough to keep the order of the labels, and a quarter of the memory. */
function quantise(labels: readonly string[], weights: Float32Array, bias: Float32Array): Model {
  const size = labels.length;
  const scales = new Float32Array(size);
  for (let at = 0; at < weights.length; at += 1) {
    scales[at % size] = Math.max(scales[at % size] as number, Math.abs(weights[at] as number) / 127);
  }
  const bytes = Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % size] || 1)));
  return { labels, weights: bytes, scales, bias };
}

function softmax(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let each = 0; each < scores.length; each += 1) {
    const power = Math.exp((scores[each] as number) - most);
    scores[each] = power;
    sum += power;
  }
  for (let each = 0; each < scores.length; each += 1) scores[each] = (scores[each] as number) / sum;
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
