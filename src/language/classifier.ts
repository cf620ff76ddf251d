import type { Features } from "./features.ts";

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

/** The chance of each label from 0 to 1, in the order of `model.labels`. */
export function chancesOf({ labels, keys, weights, scales, bias }: Model, features: Features): Float64Array {
  const size = labels.length;
  const sums = new Float64Array(size);
  for (let index = 0; index < features.keys.length; index += 1) {
    const at = find(keys, features.keys[index] as number);
    if (at < 0) continue;
    const value = features.values[index] as number;
    const from = at * size;
    for (let each = 0; each < size; each += 1) {
      sums[each] = (sums[each] as number) + value * (weights[from + each] as number);
    }
  }
  for (let each = 0; each < size; each += 1) {
    sums[each] = (sums[each] as number) * (scales[each] as number) + (bias[each] as number);
  }
  softmax(sums);
  return sums;
}

/** The chance of one label. */
export function chanceOf(model: Model, features: Features, label: string): number {
  return chancesOf(model, features)[model.labels.indexOf(label)] ?? 0;
}

/** Labels with their chance, the likeliest first. */
export function rankLabels(model: Model, features: Features): { label: string; chance: number }[] {
  const chances = chancesOf(model, features);
  return model.labels.map((label, at) => ({ label, chance: chances[at] ?? 0 })).sort((a, b) => b.chance - a.chance);
}

/** What each feature adds to the score of `label`. */
export function explain({ labels, keys, weights, scales }: Model, features: Features, label: string): number[] {
  const which = labels.indexOf(label);
  return [...features.keys].map((key, index) => {
    const at = find(keys, key);
    const weight = at < 0 ? 0 : (weights[at * labels.length + which] ?? 0);
    return weight * (scales[which] ?? 0) * (features.values[index] as number);
  });
}

/** Makes scores into chances that are one together. */
export function softmax(scores: Float64Array): void {
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
