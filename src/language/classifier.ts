/** One thing to learn from: what stands in a text, and the class that it belongs to. */
export interface Example {
  /** Names of what stands in it. A name that begins with `~` counts for less. */
  features: readonly string[];
  label: string;
  /** How much it counts; 1 unless given. */
  weight?: number;
}

/** A trained classifier: plain data that can be kept and sent to another process. */
export interface Model {
  labels: readonly string[];
  /** The features that it knows, as hashes of their names, from low to high. */
  keys: Uint32Array;
  /** Weights by feature, then by label; times `scales` of the label. */
  weights: Int8Array;
  scales: Float32Array;
  bias: Float32Array;
}

export interface Training {
  /** Features of fewer examples are left out: they teach little and take most of the memory. */
  atLeast: number;
  /** How often each example is seen. */
  rounds: number;
  rate: number;
}

/** Measured; see the ADR. */
const TRAINING: Training = { atLeast: 2, rounds: 8, rate: 0.7 };

/** What a name that begins with `~` counts for. Measured: see `docs/adr/0016-typed-text-is-learned-from-examples.md`. */
const LIGHT = 0.3;
/** Chances below this are not worth correcting for. */
const NEGLIGIBLE = 0.01;
const SEED = 20_261_128;

/**
 * Learns to tell labels apart: multinomial logistic regression with AdaGrad. The same examples
 * in the same order give the same model to the byte.
 */
export function train(examples: readonly Example[], options: Partial<Training> = {}): Model {
  const { atLeast, rounds, rate } = { ...TRAINING, ...options };
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const size = labels.length;
  const readings = examples.map(({ features }) => readFeatures(features));
  const keys = commonKeys(readings, atLeast);
  const places = new Map([...keys].map((key, at) => [key, at]));
  const rows = examples.map(({ label, weight = 1 }, index) => {
    return {
      ...inModel(readings[index] as Reading, (key) => places.get(key) ?? -1),
      label: labels.indexOf(label),
      weight,
    };
  });
  const weights = new Float32Array(keys.length * size);
  const squares = new Float32Array(keys.length * size);
  const bias = new Float32Array(size);
  const biasSquares = new Float32Array(size);
  const chances = new Float64Array(size);
  const random = randomFrom(SEED);
  const order = Uint32Array.from(rows.keys());
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) learn(rows[index] as Row);
  }
  return { labels, keys, ...quantise(size, weights), bias };

  function learn({ at, values, label, weight }: Row): void {
    chances.set(bias);
    for (let index = 0; index < at.length; index += 1) {
      const from = (at[index] as number) * size;
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
        step(weights, squares, (at[index] as number) * size + each, slope * (values[index] as number));
      }
    }
  }

  function step(values: Float32Array, sums: Float32Array, index: number, slope: number): void {
    const sum = (sums[index] as number) + slope * slope;
    sums[index] = sum;
    values[index] = (values[index] as number) - (rate * slope) / Math.sqrt(sum + 1e-8);
  }
}

/** What stands in a text. */
interface Reading {
  /** Hash of each different feature. */
  keys: Uint32Array;
  /** What each counts for: less in a longer text, so that a long text weighs no more than a short one. */
  values: Float64Array;
}

/** What of it a model knows: the features by their number. */
interface Known {
  at: Uint32Array;
  values: Float64Array;
}

interface Row extends Known {
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

/** The chance of one label. */
export function chanceOf(model: Model, features: readonly string[], label: string): number {
  return chancesOf(model, features)[model.labels.indexOf(label)] ?? 0;
}

/** The label with the highest chance. */
export function likeliest(model: Model, features: readonly string[]): string {
  const chances = chancesOf(model, features);
  return model.labels[chances.indexOf(Math.max(...chances))] ?? "";
}

/** What each feature adds to the score of `label`, the most first. */
export function explain(model: Model, features: readonly string[], label: string): { feature: string; adds: number }[] {
  const which = model.labels.indexOf(label);
  const { keys, values } = readFeatures(features);
  return [...new Set(features)]
    .map((feature, index) => {
      const at = find(model.keys, keys[index] as number);
      const weight = at < 0 ? 0 : (model.weights[at * model.labels.length + which] ?? 0);
      return { feature, adds: weight * (model.scales[which] ?? 0) * (values[index] as number) };
    })
    .sort((a, b) => b.adds - a.adds);
}

function scoresOf({ labels, keys, weights, scales, bias }: Model, features: readonly string[]): Float64Array {
  const size = labels.length;
  const { at, values } = inModel(readFeatures(features), (key) => find(keys, key));
  const sums = new Float64Array(size);
  for (let index = 0; index < at.length; index += 1) {
    const from = (at[index] as number) * size;
    const value = values[index] as number;
    for (let each = 0; each < size; each += 1) {
      sums[each] = (sums[each] as number) + value * (weights[from + each] as number);
    }
  }
  return sums.map((sum, each) => sum * (scales[each] as number) + (bias[each] as number));
}

function readFeatures(features: readonly string[]): Reading {
  const names = [...new Set(features)];
  const share = 1 / Math.sqrt(names.length || 1);
  return {
    keys: Uint32Array.from(names, hash),
    values: Float64Array.from(names, (name) => (name.startsWith("~") ? LIGHT * share : share)),
  };
}

/** @param find number of a feature by its key, below zero when it is not known */
function inModel({ keys, values }: Reading, find: (key: number) => number): Known {
  const places = Int32Array.from(keys, find);
  return {
    at: Uint32Array.from(places.filter((at) => at >= 0)),
    values: values.filter((_, index) => (places[index] as number) >= 0),
  };
}

/** Keys of the features that stand in so many texts, from low to high. */
function commonKeys(readings: readonly Reading[], atLeast: number): Uint32Array {
  const counts = new Map<number, number>();
  for (const { keys } of readings) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Uint32Array.from([...counts].flatMap(([key, count]) => (count >= atLeast ? [key] : []))).sort();
}

/** Where a key stands among sorted keys, or -1. */
function find(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = keys[middle] as number;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** FNV-1a over the UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** A byte per weight: enough to keep the order of the labels, and a quarter of the memory. */
function quantise(size: number, weights: Float32Array): Pick<Model, "weights" | "scales"> {
  const scales = new Float32Array(size);
  for (let at = 0; at < weights.length; at += 1) {
    scales[at % size] = Math.max(scales[at % size] as number, Math.abs(weights[at] as number) / 127);
  }
  const bytes = Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % size] || 1)));
  return { weights: bytes, scales };
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
