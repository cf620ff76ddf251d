import type { Activity } from "botbuilder";

/**
 * The person for whom a card may refresh itself: Teams knows people by ids that start with `29:`.
 * Undefined in other clients, which cannot refresh.
 */
export function readerOf({ from }: Activity): string | undefined {
  return from.id.startsWith("29:") ? from.id : undefined;
}
