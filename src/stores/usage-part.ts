import type { Counter } from "../usage/count.ts";

/** A part of a flush: what one instance counted in one region and week. */
export interface UsagePart {
  region: string;
  week: string;
  counters: readonly Counter[];
  /** Random id of the running process that sealed it. */
  instance: string;
  /** Number of the flush; a later flush of the same instance has a higher one. */
  flush: number;
}
