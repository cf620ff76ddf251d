/** What a caller may ask of the server. */
export interface Limits {
  /** Teams keeps an activity under about 40 KB (design, "Dependencies"), so 256 KiB is ample. */
  maxBodyBytes: number;
  /** Arrays and objects within each other. An activity of Teams with a card in it stays under 30. */
  maxDepth: number;
  /** From the headers to the end of the body. */
  bodyTimeoutMs: number;
  /** Connections at once; one more is closed unheard. */
  maxConnections: number;
  /**
   * How long a connection on which nothing is asked stays open. Longer than whoever asks keeps it, as the front ends of
   * Azure do for 4 minutes: who asks on one that is just being closed gets no answer.
   */
  idleMs: number;
  /** Headers that are read of a request; Node also refuses more than 16 KiB of them, with 431. */
  maxHeaders: number;
  /** Requests in a minute from one address. Teams sends at most 50 a second for one bot and tenant. */
  clientPerMinute: number | undefined;
  /** How long a stop waits for turns in flight. Teams gives up on a turn after 15 s. */
  drainTimeoutMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxBodyBytes: 256 * 1024,
  maxDepth: 64,
  bodyTimeoutMs: 10_000,
  maxConnections: 1_000,
  idleMs: 245_000,
  maxHeaders: 100,
  clientPerMinute: 3_000,
  drainTimeoutMs: 15_000,
};
