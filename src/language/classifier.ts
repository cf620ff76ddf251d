import { type FeatureTable, placeOf } from "./feature-table.ts";
import type { Features } from "./features.ts";

/**
 * A trained classifier: plain data that can be kept and sent to another process. With two labels a feature has one weight,
 * for the second of them, and `from` and `which` are empty. With more it has a weight for each label that it was seen with.
 */
export interface Model {
  labels: readonly string[];
  table: FeatureTable;
  /** Where the weights of each feature begin, and where the last ones end. */
  from: Uint32Array;
  /** The label of each weight. */
  which: Uint16Array;
  /** Times `scale`. */
  weights: Int8Array;
  scale: number;
  /** By label: what any known feature adds, also one that was never seen with it. */
  usual: Float32Array;
  /** By label. */
  bias: Float32Array;
}

export interface Likely {
  label: string;
  /** From 0 to 1. */
  chance: number;
}

/** The chance of each label from 0 to 1, in the order of `model.labels`. */
export function chancesOf(model: Model, { keys, values }: Features): Float64Array {
  const { table, from, which, weights, scale, usual } = model;
  const sums = new Float64Array(model.labels.length);
  let known = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const place = placeOf(table, keys[index] as number);
    if (place < 0) continue;
    const value = values[index] as number;
    known += value;
    if (from.length === 0) {
      sums[1] = (sums[1] as number) + value * (weights[place] as number);
      continue;
    }
    const end = from[place + 1] as number;
    for (let at = from[place] as number; at < end; at += 1) {
      const label = which[at] as number;
      sums[label] = (sums[label] as number) + value * (weights[at] as number);
    }
  }
  for (let label = 0; label < sums.length; label += 1) {
    const sum = (sums[label] as number) * scale + known * (usual[label] as number);
    sums[label] = sum + (model.bias[label] as number);
  }
  return softmax(sums);
}

/** The chance of one label. */
export function chanceOf(model: Model, features: Features, label: string): number {
  return chancesOf(model, features)[model.labels.indexOf(label)] ?? 0;
}

/** So many labels with their chance, the likeliest first. */
export function likeliest(model: Model, features: Features, count: number): Likely[] {
  const chances = chancesOf(model, features);
  const best: Likely[] = [];
  while (best.length < Math.min(count, chances.length)) {
    let first = 0;
    for (let at = 1; at < chances.length; at += 1) if ((chances[at] as number) > (chances[first] as number)) first = at;
    best.push({ label: model.labels[first] ?? "", chance: chances[first] as number });
    chances[first] = -1;
  }
  return best;
}

/** What one feature adds to the score of `label`; with two labels, what it takes from the other. */
export function weightOf(
  { labels, table, from, which, weights, scale, usual }: Model,
  key: number,
  label: string,
): number {
  const wanted = labels.indexOf(label);
  const place = placeOf(table, key);
  if (place < 0 || wanted < 0) return 0;
  if (from.length === 0) return (wanted === 1 ? 1 : -1) * scale * (weights[place] as number);
  const own = which.subarray(from[place], from[place + 1]).indexOf(wanted);
  return (usual[wanted] as number) + (own < 0 ? 0 : scale * (weights[(from[place] as number) + own] as number));
}

/** Makes scores into chances that are one together. */
function softmax(scores: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let each = 0; each < scores.length; each += 1) {
    const power = Math.exp((scores[each] as number) - most);
    scores[each] = power;
    sum += power;
  }
  for (let each = 0; each < scores.length; each += 1) scores[each] = (scores[each] as number) / sum;
  return scores;
}
