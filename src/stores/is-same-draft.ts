import { isDeepStrictEqual } from "node:util";
import type { ContentDraft } from "../content/content-store.ts";

/** Whether two drafts hold the same changes: a save whose answer was lost is sent again. */
export function isSameDraft(a: ContentDraft, b: ContentDraft): boolean {
  return a.base === b.base && isDeepStrictEqual(a.changes, b.changes);
}
