import type { Draft } from "../draft.ts";
import type { Mistake } from "../mistake.ts";
import type { Targets } from "./targets.ts";
import { unknownReference } from "./unknown-reference.ts";

/** The regions of notes at the trends exist. */
export function checkTrendNotes(draft: Draft, targets: Targets): Mistake[] {
  return draft.trendNotes.flatMap((file) =>
    file.value.notes.flatMap(({ region }, index) =>
      region === undefined ? [] : unknownReference(draft, targets.region, region, file, ["notes", index, "region"]),
    ),
  );
}
