/**
 * Which features a model knows, each by its place. A key is cut in two: its first bits tell the bucket, and of the rest sixteen
 * bits are kept. So a feature takes some two bytes and is found in a few steps; that one that is not there is taken
 * for another happens once in ten thousand times.
 */
export interface FeatureTable {
  /** How many first bits of a key tell its bucket, from 0 to 16. */
  bits: number;
  /** Where each bucket begins among `rests`, and where the last one ends. */
  starts: Uint32Array;
  rests: Uint16Array;
}

const MOST_BITS = 16;
/** Features in a bucket are some two to the power of this. */
const IN_BUCKET = 2;

/** @param sorted keys from low to high, each once */
export function createFeatureTable(sorted: Uint32Array): FeatureTable {
  const bits = Math.max(0, Math.min(MOST_BITS, Math.floor(Math.log2(sorted.length || 1)) - IN_BUCKET));
  const starts = new Uint32Array(2 ** bits + 1);
  const cut = sorted.map((key) => key >>> (16 - bits)).filter((key, at, all) => key !== all[at - 1]);
  for (const key of cut) {
    const next = (key >>> 16) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  return { bits, starts, rests: Uint16Array.from(cut) };
}

/** The place of a feature, or -1. */
export function placeOf({ bits, starts, rests }: FeatureTable, key: number): number {
  const cut = key >>> (16 - bits);
  const bucket = cut >>> 16;
  const rest = cut & 0xffff;
  const end = starts[bucket + 1] as number;
  for (let at = starts[bucket] as number; at < end; at += 1) if (rests[at] === rest) return at;
  return -1;
}
