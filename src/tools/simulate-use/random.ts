/** Numbers from 0 up to 1, the same for the same seed. */
export type Random = () => number;

/** Mulberry32: small, fast, and good enough to invent with. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number between both. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** Up to here each try is drawn; above it the normal distribution is near enough. */
const MAX_SINGLE_DRAWS = 16;

/** How many of `n` tries succeed when each does with this chance. */
export function binomial(random: Random, n: number, chance: number): number {
  if (n <= 0 || chance <= 0) return 0;
  if (chance >= 1) return n;
  if (n > MAX_SINGLE_DRAWS) {
    const drawn = Math.round(n * chance + normal(random) * Math.sqrt(n * chance * (1 - chance)));
    return Math.min(n, Math.max(0, drawn));
  }
  let successes = 0;
  for (let tries = 0; tries < n; tries += 1) if (random() < chance) successes += 1;
  return successes;
}

/** `n` divided over these weights by chance; the parts add up to `n`. */
export function divide(random: Random, n: number, weights: readonly number[]): number[] {
  let [left, weightLeft] = [n, weights.reduce((sum, weight) => sum + weight, 0)];
  return weights.map((weight, index) => {
    const part = index === weights.length - 1 ? left : binomial(random, left, weight / weightLeft);
    left -= part;
    weightLeft -= weight;
    return part;
  });
}

/** Box and Muller: mean 0, standard deviation 1. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** An index into these weights, by chance. */
export function pick(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return index < 0 ? weights.length - 1 : index;
}
