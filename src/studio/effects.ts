import type { Effects } from "../check/effects/find-effects.ts";
import type { Content } from "../content/content.ts";
import type { ContentFiles } from "../content/content-files.ts";
import type { KeptDraft, Person } from "../content/content-store.ts";
import { keepNewest } from "../keep-newest.ts";
import { CHECK_WITHIN_MS } from "../publishing/judge.ts";

/** What is known of what a draft changes in conversations; `unknown` when the bot cannot read it. */
export interface EffectsSoFar {
  state: "busy" | "done" | "unknown" | "failed";
  effects?: Effects;
}

/**
 * Finds out what goes otherwise with these files, of which a check made `after`, and tells what is known so far, at last
 * all; nothing when they cannot be read.
 */
export type FindEffects = (
  files: ContentFiles,
  contents: { before: Content; after: Content },
  onEffects: (effects: Effects) => void,
  signal: AbortSignal,
) => Promise<void>;

export interface EffectsOptions {
  /** What workers get now. */
  content(): Content;
  /** What the bot would be with a draft, once it is checked; undefined when it cannot be read. */
  contentOf(person: Person, draft: KeptDraft, files: ContentFiles): Promise<Content | undefined>;
  find: FindEffects;
}

/** What is known of the effects of a draft as it is now; begins to find out when that was not done yet. */
export type EffectsOf = (person: Person, draft: KeptDraft, files: ContentFiles) => EffectsSoFar;

/** Of so many people at a time. */
const KEPT = 3;

interface Finding {
  etag: string;
  base: Content;
  soFar: EffectsSoFar;
  stop: AbortController;
}

/** Finds out what drafts change: of each person the newest, once. */
export function createEffects({ content, contentOf, find }: EffectsOptions): EffectsOf {
  const findings = new Map<string, Finding>();

  /** One after another: each takes a process of some hundreds of megabytes. */
  let line: Promise<unknown> = Promise.resolve();

  async function begin(finding: Finding, ...asked: Parameters<EffectsOf>): Promise<void> {
    const { base: before, stop } = finding;
    const { signal } = stop;
    const after = await contentOf(...asked);
    const [, , files] = asked;
    const onEffects = (effects: Effects) => {
      finding.soFar = { state: effects.lines ? "done" : "busy", effects };
    };
    const found = line.then(() => {
      signal.throwIfAborted();
      const both = AbortSignal.any([signal, AbortSignal.timeout(CHECK_WITHIN_MS)]);
      return after && find(files, { before, after }, onEffects, both);
    });
    line = found.catch(() => undefined);
    await found;
    if (!finding.soFar.effects) finding.soFar = { state: "unknown" };
  }

  return (person, draft, files) => {
    const base = content();
    const last = findings.get(person.id);
    if (last?.etag === draft.etag && last.base === base && last.soFar.state !== "failed") return last.soFar;
    last?.stop.abort();
    const finding: Finding = { etag: draft.etag, base, soFar: { state: "busy" }, stop: new AbortController() };
    keepNewest(findings, person.id, finding, KEPT);
    begin(finding, person, draft, files).catch(() => {
      finding.soFar = { state: "failed" };
    });
    return finding.soFar;
  };
}
