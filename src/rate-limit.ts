import { RateLimiterMemory } from "rate-limiter-flexible";

/** One too many: when it may come back, and whether it is the first of this minute. */
export interface TooMany {
  retryAfterSeconds: number;
  isFirst: boolean;
}

/**
 * Makes what counts what each key, such as a caller or a conversation, asks in a minute; it answers undefined as long as
 * that is not too much.
 * @param perMinute undefined for no limit
 */
export function createRateLimit(perMinute: number | undefined): (key: string) => Promise<TooMany | undefined> {
  if (perMinute === undefined) return async () => undefined;
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (key) => {
    const { consumedPoints, msBeforeNext } = await limiter.penalty(key);
    if (consumedPoints <= perMinute) return undefined;
    return { retryAfterSeconds: Math.ceil(msBeforeNext / 1000), isFirst: consumedPoints === perMinute + 1 };
  };
}
