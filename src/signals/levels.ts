import { LEVELS, type Level, type Signal } from "../content/schema/signal.ts";

/** Rank of a level: higher is more urgent. */
export function urgency(level: Level): number {
  return LEVELS.indexOf(level);
}

/** Whether `signal` hides `other`, a signal of the same group that yields, when both are certain. */
export function isPreferred(signal: Signal, other: Signal): boolean {
  const yields = Array.isArray(other.yields) ? other.yields.includes(signal.id) : other.yields && !signal.yields;
  return yields && urgency(signal.level) >= urgency(other.level);
}

/** A suggestion is anything above `info`; `info` only informs. */
export function isSuggestion(level: Level): boolean {
  return level !== "info";
}
