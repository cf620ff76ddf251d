import type { Model } from "./classifier.ts";
import { createFeatureTable, type FeatureTable, placeOf } from "./feature-table.ts";
import type { Features } from "./features.ts";

/** One thing to learn from. */
export interface LabelledFeatures {
  features: Features;
  label: string;
  /** How much it counts; 1 unless given. */
  weight?: number;
}

/** An example of which each feature is its place in the table, or -1. */
export interface IndexedExample {
  places: Int32Array;
  values: Float32Array;
  /** Its place in `labels`. */
  label: number;
  weight: number;
  /** The same for the same text, whatever other examples there are. */
  hash: number;
}

/** Examples as a way of learning reads them. */
export interface Lesson {
  labels: readonly string[];
  table: FeatureTable;
  examples: IndexedExample[];
}

/** @param atLeast features of fewer examples are left out: they teach little and take most of the memory */
export function toLesson(examples: readonly LabelledFeatures[], atLeast: number): Lesson {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const numbers = new Map(labels.map((label, at) => [label, at]));
  const table = createFeatureTable(commonKeys(examples, atLeast));
  return {
    labels,
    table,
    examples: examples.map(({ features: { keys, values }, label, weight = 1 }) => {
      const places = Int32Array.from(keys, (key) => placeOf(table, key));
      return { places, values, label: numbers.get(label) ?? 0, weight, hash: keys.reduce(mix, 0) };
    }),
  };
}

/** Puts a number into a hash, so that no bit of it is lost (the steps of MurmurHash3). */
export function mix(hash: number, number: number): number {
  const once = Math.imul(hash ^ number, 0xcc9e2d51);
  return Math.imul(once ^ (once >>> 15), 0x1b873593) >>> 0;
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

/** A byte per weight: enough to keep the order of the labels, and a quarter of the memory. */
export function inBytes(weights: Float32Array): Pick<Model, "weights" | "scale"> {
  const most = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = most / 127 || 1;
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}
