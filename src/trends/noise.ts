import { createHmac } from "node:crypto";

/** The noise is never farther from zero than this; beyond it lies less than one in a million million. */
export const MOST_NOISE = 40;

/** The noise of a box; the same box always has the same. */
export type Noise = (box: string) => number;

/**
 * Noise under a secret: how many heads in a row come first of one coin, less those of another. That is the two-sided
 * geometric distribution with factor 1/2 (Ghosh, Roughgarden and Sundararajan, 2009): without bias, and one use more or
 * less makes no published number more than twice as likely.
 */
export function createNoise(secret: string): Noise {
  return (box) => {
    const coins = createHmac("sha256", secret).update(`trends ${box}`).digest();
    return headsIn(coins.subarray(0, 16)) - headsIn(coins.subarray(16));
  };
}

function headsIn(coins: Uint8Array): number {
  for (const [index, byte] of coins.entries()) {
    if (byte !== 255) return Math.min(MOST_NOISE, 8 * index + Math.clz32(~byte & 255) - 24);
  }
  return MOST_NOISE;
}
