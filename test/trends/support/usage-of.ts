import type { Counter } from "../../../src/usage/count.ts";
import type { UsageStore } from "../../../src/usage/ports.ts";

/** A store that holds these counters and can only be read. */
export function usageOf(
  counters: readonly Counter[],
  { isInvented = false } = {},
): Pick<UsageStore, "read" | "isDemoData" | "firstWeek"> {
  return {
    read: async ({ from, to }) => counters.filter(({ week }) => week >= from && week <= to),
    firstWeek: async () => counters.map(({ week }) => week).sort()[0],
    isDemoData: async () => isInvented,
  };
}
