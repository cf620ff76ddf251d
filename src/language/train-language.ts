import type { Model } from "./classifier.ts";
import type { Features } from "./features.ts";
import { learnTwo } from "./learn-two.ts";

export const FOREIGN = "anders";
const DUTCH = "nederlands";
/** There are some fifty Dutch lines to each other one. Measured; see `docs/adr/0021-a-message-that-is-not-dutch.md`. */
const FOREIGN_WEIGHT = 8;

/** Learns to tell messages in other languages from Dutch ones. */
export function trainLanguage(
  dutch: readonly string[],
  foreign: readonly string[],
  read: (text: string) => Features,
): Model {
  return learnTwo(
    [
      ...dutch.map((text) => ({ features: read(text), label: DUTCH })),
      ...foreign.map((text) => ({ features: read(text), label: FOREIGN, weight: FOREIGN_WEIGHT })),
    ],
    { counts: 0.5 },
  );
}
