import { setTimeout as wait } from "node:timers/promises";
import type { Content } from "../content/content.ts";
import type { ContentStore, ContentVersion } from "../content/content-store.ts";
import type { Mistake } from "../content/mistake.ts";
import type { Judge } from "./judge.ts";

/** Content of a version that can be used; without a version it is that of the files of the release. */
export interface Usable {
  version: ContentVersion | undefined;
  content: Content;
}

export interface FollowOptions {
  store: Pick<ContentStore, "version" | "files">;
  judge: Pick<Judge, "prepare" | "prepared">;
  /** What is used first. */
  first: Usable;
  /** The newest version when following begins; those after it are taken. */
  newest: ContentVersion;
  /** Time between two looks. A look costs one small read. */
  everyMs: number;
  onUse(usable: Usable): void;
  /** A version cannot be used by this code. */
  onUnreadable(version: ContentVersion, mistakes: readonly Mistake[]): void;
  /** Looking failed. What is used stays. */
  onError(error: unknown): void;
}

export interface Follower {
  readonly inUse: Usable;
  /** The newest version that was seen, which may not be in use yet, or cannot be. */
  readonly newest: ContentVersion;
  /** Looks at once, or right after the look that is under way. Never throws. */
  look(): Promise<void>;
  /**
   * What is used, made sure that it is not older than this version: a worker who saw that one elsewhere must not be sent
   * back. After `withinMs` it is what there is.
   */
  atLeast(number: number, withinMs: number): Promise<Usable>;
  close(): Promise<void>;
}

/** Follows the versions in a store, and uses each from the moment that it counts from. */
export function followVersions(options: FollowOptions): Follower {
  const { store, judge, everyMs, onError } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const timers = new Set<NodeJS.Timeout>();
  let { first: inUse, newest } = options;
  let ready: Usable[] = [];
  let looking = Promise.resolve();
  let nextLook: Promise<void> | undefined;

  const numberOf = ({ version }: Usable) => version?.number ?? 0;

  function use(usable: Usable): void {
    ready = ready.filter((other) => numberOf(other) > numberOf(usable));
    if (numberOf(usable) <= numberOf(inUse) || signal.aborted) return;
    inUse = usable;
    options.onUse(usable);
  }

  function useInTime(usable: Usable): void {
    ready.push(usable);
    const waitMs = Date.parse(usable.version?.countsFrom ?? "") - Date.now();
    if (waitMs <= 0) {
      use(usable);
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      use(usable);
    }, waitMs);
    timers.add(timer);
  }

  async function takeNext(): Promise<boolean> {
    const version = await store.version(newest.number + 1);
    if (version === undefined || signal.aborted) return false;
    const { content, mistakes } = await prepareVersion(version, { store, judge });
    newest = version;
    if (content) useInTime({ version, content });
    else options.onUnreadable(version, mistakes);
    return true;
  }

  async function lookNow(): Promise<void> {
    try {
      while (await takeNext());
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
  }

  function look(): Promise<void> {
    // A look that is under way may have read before the version was there that the caller knows of.
    nextLook ??= looking.then(() => {
      nextLook = undefined;
      looking = lookNow();
      return looking;
    });
    return nextLook;
  }

  const following = (async () => {
    while (!signal.aborted) {
      await wait(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await look();
    }
  })();

  return {
    get inUse() {
      return inUse;
    },
    get newest() {
      return newest;
    },
    look,
    async atLeast(number, withinMs) {
      if (numberOf(inUse) >= number) return inUse;
      if (!ready.some((usable) => numberOf(usable) >= number)) {
        await Promise.race([look(), wait(withinMs, undefined, { signal, ref: false }).catch(() => undefined)]);
      }
      const newer = ready.find((usable) => numberOf(usable) >= number);
      if (newer) use(newer);
      return inUse;
    },
    async close() {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
      await following;
    },
  };
}

/**
 * The content of a version, or what is wrong with it.
 * @throws what the store throws, or a check that breaks down
 */
export async function prepareVersion(
  { hash }: ContentVersion,
  { store, judge }: Pick<FollowOptions, "store" | "judge">,
): Promise<{ content: Content | undefined; mistakes: readonly Mistake[] }> {
  const prepared = await judge.prepared(hash);
  if (prepared) return { content: prepared, mistakes: [] };
  const files = await store.files(hash);
  return files ? judge.prepare(files) : { content: undefined, mistakes: [DAMAGED] };
}

const DAMAGED: Mistake = {
  file: "dialogs",
  line: 1,
  column: 1,
  rule: "files-damaged",
  what: "De bestanden van deze versie zijn weg of beschadigd.",
  fix: "Ga terug naar een eerdere versie, of zet ze terug met: npm run content:push",
};
