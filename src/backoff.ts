export interface Backoff {
  /** How often it failed in a row, from 1. */
  failures: number;
  firstMs: number;
  maxMs: number;
  /** What the other side asked for. It is never cut short. */
  retryAfterMs: number | undefined;
  /** From 0 up to 1: spreads those that failed at the same moment. */
  random: number;
}

/** Milliseconds to wait before the next try: doubling, and between half and all of that. */
export function backoff({ failures, firstMs, maxMs, retryAfterMs = 0, random }: Backoff): number {
  const step = Math.min(maxMs, firstMs * 2 ** (failures - 1));
  return retryAfterMs + step * (0.5 + random / 2);
}
