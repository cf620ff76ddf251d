import { setImmediate } from "node:timers/promises";
import type { MeasuredLine } from "../../check/read-lines.ts";
import type { Content } from "../../content/content.ts";
import type { ContentFiles } from "../../content/content-files.ts";
import type { KeptDraft, Person } from "../../content/content-store.ts";
import { type ChangedExample, compareExamples } from "./compare-examples.ts";
import { type ChangedLine, compareLines } from "./compare-lines.ts";

/** What a draft changes in conversations, besides its wording. */
export type Effects =
  | { state: "busy" | "unknown" }
  | {
      state: "done";
      examples: readonly ChangedExample[];
      lines: readonly ChangedLine[];
      /** So many example conversations were played, and known lines were read; none when nothing is learned otherwise. */
      played: number;
    };

export interface EffectsOptions {
  /** What workers get now. */
  content(): Content;
  /** What the bot would be with a draft; undefined when it cannot be read. */
  contentOf(person: Person, draft: KeptDraft, files: ContentFiles): Promise<Content | undefined>;
  /** Lines that nothing is learned from. */
  measured(): readonly MeasuredLine[];
}

/** What is known of the effects of a draft as it is now; begins to find out when that was not done yet. */
export type EffectsOf = (person: Person, draft: KeptDraft, files: ContentFiles) => Effects;

/** Of so many people at a time. */
const KEPT = 3;
/** The turns of workers go on in between. */
const SLICE_MS = 10;
/** What is learned from: with other changes all lines stay what they are. */
const LEARNED = /^dialogs\/(?:danger|ordinary|off-topic|cases|messages|knowledge)\//;

/** Finds out what drafts change: of each person the newest, once. */
export function createEffects({ content, contentOf, measured }: EffectsOptions): EffectsOf {
  const known = new Map<string, { etag: string; base: Content; effects: Effects }>();

  return (person, draft, files) => {
    const { id } = person;
    const base = content();
    const last = known.get(id);
    if (last?.etag === draft.etag && last.base === base) return last.effects;
    const entry = { etag: draft.etag, base, effects: { state: "busy" } as Effects };
    known.delete(id);
    known.set(id, entry);
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    const isWanted = () => known.get(id) === entry;
    void contentOf(person, draft, files)
      .then((after) => (after ? find(base, after, draft, isWanted) : { state: "unknown" as const }))
      .catch(() => ({ state: "unknown" as const }))
      .then((effects) => {
        entry.effects = effects;
      });
    return entry.effects;
  };

  async function find(before: Content, after: Content, draft: KeptDraft, isWanted: () => boolean): Promise<Effects> {
    const learnsOtherwise =
      before.models !== after.models && Object.keys(draft.changes).some((file) => LEARNED.test(file));
    const examples = await inSlices(compareExamples(before, after), isWanted);
    const lines = learnsOtherwise ? await inSlices(compareLines(before, after, measured()), isWanted) : [];
    return { state: "done", examples, lines, played: after.examples.length };
  }
}

/** @throws Error when it is not wanted any more */
async function inSlices<T>(steps: Generator<void, T>, isWanted: () => boolean): Promise<T> {
  let until = performance.now() + SLICE_MS;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await setImmediate();
    if (!isWanted()) throw new Error("another draft came");
    until = performance.now() + SLICE_MS;
  }
}
