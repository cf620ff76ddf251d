import { setTimeout as wait } from "node:timers/promises";
import type { FirstCheck } from "../check/first-check.ts";
import type { Found } from "../check/rules.ts";
import type { Content } from "../content/content.ts";
import type { ContentFiles } from "../content/content-files.ts";
import type { KeptDraft, Person } from "../content/content-store.ts";
import { keepNewest } from "../keep-newest.ts";
import { type Checked, TOO_SLOW } from "../publishing/judge.ts";

/** What the check says of a draft: while it is busy, what the cheap rules found, and whether these are through. */
export interface Verdict extends Found {
  state: "busy" | "failed" | "done";
  isReadThrough: boolean;
}

export interface Verdicts {
  /**
   * What is known of the draft as it is now; begins to check it when that was not done yet. Waits a moment for the cheap
   * rules.
   */
  of(person: Person, draft: KeptDraft, files: ContentFiles): Promise<Verdict>;
  /**
   * What the bot would be with this draft, once that is checked, also when it breaks a rule; undefined when the files
   * cannot be read, or no check came.
   */
  contentOf(person: Person, draft: KeptDraft, files: ContentFiles): Promise<Content | undefined>;
}

interface Checking {
  etag: string;
  verdict: Verdict;
  /** The cheap rules are through, or gave up. */
  first: Promise<void>;
  content: Promise<Content | undefined>;
  stop: AbortController;
}

/** Of so many people at a time: what a bot is made of takes tens of megabytes. */
const KEPT = 3;

/** Who types saves every second; a check takes seconds of the processor. */
const AFTER_MS = 1_500;

/** Who saves waits so long at most for the cheap rules; the page asks again for what comes later. */
const FIRST_WITHIN_MS = 1_000;

const NOTHING: Found = { mistakes: [], warnings: [] };

/**
 * Checks drafts in the background: of each person the newest, once.
 * @param check the whole check
 * @param firstCheck only the cheap rules
 */
export function createVerdicts(
  check: (files: ContentFiles, signal: AbortSignal) => Promise<Checked>,
  firstCheck: FirstCheck,
): Verdicts {
  const checks = new Map<string, Checking>();

  function start(etag: string, files: ContentFiles): Checking {
    const stop = new AbortController();
    const { signal } = stop;
    const first = firstCheck(files, signal).then((found) => {
      if (checking.verdict.state === "busy" && found)
        checking.verdict = { state: "busy", isReadThrough: true, ...found };
    });
    const checked = wait(AFTER_MS, undefined, { signal }).then(() => check(files, signal));
    const checking: Checking = {
      etag,
      stop,
      verdict: { state: "busy", isReadThrough: false, ...NOTHING },
      first: first.catch(() => undefined),
      content: checked.then(
        ({ content, readable }) => content ?? readable,
        () => undefined,
      ),
    };
    checked.then(
      ({ mistakes, warnings }) => {
        checking.verdict = { state: "done", isReadThrough: true, mistakes, warnings };
      },
      () => {
        checking.verdict = { ...checking.verdict, state: "failed" };
      },
    );
    return checking;
  }

  function latest({ id }: Person, { etag }: KeptDraft, files: ContentFiles): Checking {
    const before = checks.get(id);
    if (before?.etag === etag && before.verdict.state !== "failed") return before;
    before?.stop.abort();
    const checking = start(etag, files);
    keepNewest(checks, id, checking, KEPT);
    return checking;
  }

  return {
    async of(person, draft, files) {
      const checking = latest(person, draft, files);
      if (!checking.verdict.isReadThrough)
        await Promise.race([checking.first, wait(FIRST_WITHIN_MS, undefined, { ref: false })]);
      const { verdict } = checking;
      // Who looks once more has it checked once more.
      if (verdict.state === "done" && verdict.mistakes.some(({ rule }) => rule === TOO_SLOW)) checks.delete(person.id);
      return verdict;
    },
    contentOf: (person, draft, files) => latest(person, draft, files).content,
  };
}
