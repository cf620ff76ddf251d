import { LEVELS, type Level } from "../content/schema/signal.ts";

/** Rank of a level: higher is more urgent. */
export function rank(level: Level): number {
  return LEVELS.indexOf(level);
}

/** A suggestion is anything above `info`; `info` only informs. */
export function isSuggestion(level: Level): boolean {
  return level !== "info";
}
