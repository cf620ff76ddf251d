import { setTimeout as wait } from "node:timers/promises";
import type { Content } from "../content/content.ts";
import type { ContentFiles } from "../content/content-files.ts";
import type { KeptDraft, Person } from "../content/content-store.ts";
import type { Mistake } from "../content/mistake.ts";
import { type Checked, TOO_SLOW } from "../publishing/judge.ts";

/** What the check says of a draft. */
export type Verdict =
  | { state: "busy" | "failed" }
  | { state: "done"; mistakes: readonly Mistake[]; warnings: readonly Mistake[] };

export interface Verdicts {
  /** What is known of the draft as it is now; begins to check it when that was not done yet. */
  of(person: Person, draft: KeptDraft, files: ContentFiles): Verdict;
  /**
   * What the bot would be with this draft, once that is checked, also when it breaks a rule; undefined when the files
   * cannot be read, or no check came.
   */
  contentOf(person: Person, draft: KeptDraft, files: ContentFiles): Promise<Content | undefined>;
}

interface Checking {
  etag: string;
  verdict: Verdict;
  content: Promise<Content | undefined>;
  stop: AbortController;
}

/** Of so many people at a time: what a bot is made of takes tens of megabytes. */
const KEPT = 3;

/** Who types saves every second; a check takes seconds of the processor. */
const AFTER_MS = 1_500;

/** Checks drafts in the background: of each person the newest, once. */
export function createVerdicts(check: (files: ContentFiles, signal: AbortSignal) => Promise<Checked>): Verdicts {
  const checks = new Map<string, Checking>();

  function start(etag: string, files: ContentFiles): Checking {
    const stop = new AbortController();
    const { signal } = stop;
    const checked = wait(AFTER_MS, undefined, { signal }).then(() => check(files, signal));
    const checking: Checking = {
      etag,
      stop,
      verdict: { state: "busy" },
      content: checked.then(
        ({ content, readable }) => content ?? readable,
        () => undefined,
      ),
    };
    checked.then(
      ({ mistakes, warnings }) => {
        checking.verdict = { state: "done", mistakes, warnings };
      },
      () => {
        checking.verdict = { state: "failed" };
      },
    );
    return checking;
  }

  function latest({ id }: Person, { etag }: KeptDraft, files: ContentFiles): Checking {
    const before = checks.get(id);
    if (before?.etag === etag && before.verdict.state !== "failed") return before;
    before?.stop.abort();
    const checking = start(etag, files);
    checks.delete(id);
    checks.set(id, checking);
    const [oldest] = checks.keys();
    if (checks.size > KEPT && oldest !== undefined) checks.delete(oldest);
    return checking;
  }

  return {
    of(person, draft, files) {
      const { verdict } = latest(person, draft, files);
      // Who looks once more has it checked once more.
      if (verdict.state === "done" && verdict.mistakes.some(({ rule }) => rule === TOO_SLOW)) checks.delete(person.id);
      return verdict;
    },
    contentOf: (person, draft, files) => latest(person, draft, files).content,
  };
}
