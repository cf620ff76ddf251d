import type { KeptDraft, Person } from "../content/content-store.ts";
import type { Mistake } from "../content/mistake.ts";
import type { Publishing } from "../publishing/publishing.ts";

/** What the check says of a draft. */
export type Verdict =
  | { state: "busy" | "failed" }
  | { state: "done"; mistakes: readonly Mistake[]; warnings: readonly Mistake[] };

export interface Verdicts {
  /** What is known of the draft as it is now; begins to check it when that was not done yet. */
  of(person: Person, draft: KeptDraft): Verdict;
}

interface Checking {
  etag: string;
  verdict: Verdict;
  stop: AbortController;
}

/** Of so many people at a time. */
const KEPT = 50;

/** Checks drafts in the background: of each person the newest, once. */
export function createVerdicts(publishing: Pick<Publishing, "check">): Verdicts {
  const checks = new Map<string, Checking>();
  const start = (draft: KeptDraft): Checking => {
    const stop = new AbortController();
    const checking: Checking = { etag: draft.etag, verdict: { state: "busy" }, stop };
    publishing.check(draft.base, draft.changes, stop.signal).then(
      ({ mistakes, warnings }) => {
        checking.verdict = { state: "done", mistakes, warnings };
      },
      () => {
        checking.verdict = { state: "failed" };
      },
    );
    return checking;
  };
  return {
    of({ id }, draft) {
      const before = checks.get(id);
      if (before?.etag === draft.etag && before.verdict.state !== "failed") return before.verdict;
      before?.stop.abort();
      const checking = start(draft);
      checks.delete(id);
      checks.set(id, checking);
      const [oldest] = checks.keys();
      if (checks.size > KEPT && oldest !== undefined) checks.delete(oldest);
      return checking.verdict;
    },
  };
}
