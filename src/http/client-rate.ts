import { RateLimiterMemory } from "rate-limiter-flexible";

/** A request too many: when the caller may come back, and whether it is the first one of this minute. */
export interface TooMany {
  retryAfterSeconds: number;
  isFirst: boolean;
}

/**
 * Makes what counts the requests of each caller in a minute; it answers undefined as long as there are not too many.
 * @param perMinute Infinity for no limit
 */
export function createClientRate(perMinute: number): (client: string) => Promise<TooMany | undefined> {
  if (perMinute === Number.POSITIVE_INFINITY) return async () => undefined;
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (client) => {
    const { consumedPoints, msBeforeNext } = await limiter.penalty(client);
    if (consumedPoints <= perMinute) return undefined;
    return { retryAfterSeconds: Math.ceil(msBeforeNext / 1000), isFirst: consumedPoints === perMinute + 1 };
  };
}
