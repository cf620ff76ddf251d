import type { Counter } from "./count.ts";

/** A stretch of ISO weeks, both ends included. */
export interface Weeks {
  from: string;
  to: string;
}

/** Reads what was counted. Implementations live in `stores/` and pass the contract suite in `test/stores/`. */
export interface UsageStore {
  /** All counters of these weeks, each combination once, in no particular order. */
  read(weeks: Weeks): Promise<Counter[]>;
  /** The earliest ISO week with a counter; undefined when nothing was counted. */
  firstWeek(): Promise<string | undefined>;
  /** Removes the counters of weeks before `week`; returns how many. */
  purge(week: string): Promise<number>;
  /** Whether invented counters were put in, as `npm run usage:seed` does: whoever shows them must say so. */
  isDemoData(): Promise<boolean>;
}
