import type { Counter } from "../usage/count.ts";
import type { ConversationState, Remembered } from "./state.ts";

/** What a conversation still counts that expired at `leftAt` and was never taken up again. */
export type CountLeft = (state: ConversationState, leftAt: Date) => Counter[];

/** What is kept under a key, with the etag of this version. */
export interface StoredState {
  state: ConversationState;
  etag: string;
}

/**
 * Keeps conversation state. Keys are HMACs, never conversation ids.
 * Implementations live in `stores/` and pass the contract suite in `test/stores/`.
 */
export interface StateStore {
  /** The state under `key`, or undefined when there is none or it has expired at `now`. */
  read(key: string, now: Date): Promise<StoredState | undefined>;
  /**
   * Writes when the stored version is still `etag` (undefined: when there is none, or only an expired one), and then
   * adds the counters of the turn, and what an expired one that it replaces still counts, to the usage counters of this
   * machine. Returns false, and changes nothing, when another turn was first.
   */
  write(
    key: string,
    state: ConversationState,
    options: { etag: string | undefined; now: Date; expiresAt: Date; counters: readonly Counter[] },
  ): Promise<boolean>;
  /** What is remembered under `key`, or undefined when there is nothing or it has expired at `now`. */
  recall(key: string, now: Date): Promise<Remembered | undefined>;
  /** Remembers this under `key`, in the place of what was, apart from the state. */
  remember(key: string, remembered: Remembered, expiresAt: Date): Promise<void>;
  /** Removes what is kept and remembered under `key`, whatever version it is. */
  remove(key: string): Promise<void>;
  /** Removes what expired before `now`, and adds what it still counts to the usage counters; returns how many. */
  purge(now: Date): Promise<number>;
  close(): Promise<void>;
}
