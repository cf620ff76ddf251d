import type { Fault, Faults } from "./cosmos-server.ts";

const FAULTS: readonly Fault[] = [
  { when: "before", status: 429, headers: { "x-ms-retry-after-ms": "3" } },
  { when: "before", status: 503 },
  { when: "before" },
  { when: "after", status: 408 },
  { when: "after", status: 500 },
  { when: "after" },
];

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Lets this share of the requests for documents fail, in every way that there is. */
export function seededFaults(seed: number, share: number): Faults {
  const random = seededRandom(seed);
  return ({ url = "" }) => {
    if (!url.includes("/docs") || random() >= share) return undefined;
    return FAULTS[Math.floor(random() * FAULTS.length)];
  };
}
