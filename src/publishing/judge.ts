import { checkFiles } from "../content/check-files.ts";
import type { Content } from "../content/content.ts";
import { type ContentFiles, hashContentFiles, toRawFiles } from "../content/content-files.ts";
import type { Mistake } from "../content/mistake.ts";
import type { ContentFolders } from "../content/read-files.ts";
import { limitMistakes } from "./limits.ts";

export interface Checked {
  /** Undefined when there is a mistake. */
  content: Content | undefined;
  /** What can be tried of files that have a mistake; never to be used. */
  readable?: Content | undefined;
  mistakes: readonly Mistake[];
  warnings: readonly Mistake[];
}

/** Where content that was checked is kept by the address of its files, ready to be used. Neither throws. */
export interface CheckedKeeper {
  /** Undefined when it is not there, or was checked by other code. */
  read(hash: string): Promise<Content | undefined>;
  write(hash: string, content: Content): Promise<void>;
}

/** How instances give checked content to each other, by the address of its files. Both may throw. */
export interface CheckedShare {
  /** What this instance keeps. */
  give(hash: string): Promise<void>;
  /** Keeps here what another instance gave, when there is such and it can be trusted. */
  take(hash: string): Promise<void>;
}

export interface Judge {
  /** The whole check, in a process of its own. @throws AbortError, and what the check itself throws */
  check(files: ContentFiles, signal?: AbortSignal): Promise<Checked>;
  /** The same, or what came of it before, and keeps what is right. */
  prepare(files: ContentFiles): Promise<Checked>;
  /** What `prepare` made of the files at this address, here or on another instance. */
  prepared(hash: string): Promise<Content | undefined>;
}

export interface JudgeOptions {
  check: (folders: ContentFolders, signal?: AbortSignal) => Promise<Checked>;
  keeper: CheckedKeeper;
  /** Absent: there are no other instances. */
  share?: CheckedShare | undefined;
  /** Sharing failed: others then check for themselves. */
  onShareFailed?: (error: unknown) => void;
  /** A check that takes longer is ended: only to go on with the next. What makes content too hard to prove, the proofs say. */
  withinMs?: number;
}

/** Some times what a check takes on a busy machine, and less than the 230 s after which Azure ends a request. */
export const CHECK_WITHIN_MS = 180_000;

/** Judges files, one check at a time: each takes some hundreds of megabytes. */
export function createJudge({ check, keeper, share, withinMs = CHECK_WITHIN_MS, ...more }: JudgeOptions): Judge {
  const { onShareFailed = () => {} } = more;
  let before: Promise<unknown> = Promise.resolve();
  /** Who publishes had the same files checked as a draft just before, and then they are taken in use. */
  let last: { hash: string; checked: Checked } | undefined;

  function lastChecked(hash: string): Checked | undefined {
    return last?.hash === hash ? last.checked : undefined;
  }

  async function checkNow(files: ContentFiles, signal: AbortSignal | undefined): Promise<Checked> {
    signal?.throwIfAborted();
    const limit = AbortSignal.timeout(withinMs);
    const both = signal ? AbortSignal.any([signal, limit]) : limit;
    try {
      const checked = await checkFiles(toRawFiles(files), (folders) => check(folders, both));
      last = { hash: hashContentFiles(files), checked };
      return checked;
    } catch (error) {
      if (limit.aborted && !signal?.aborted) return { content: undefined, mistakes: [tooSlow(withinMs)], warnings: [] };
      throw error;
    }
  }

  async function checkInTurn(files: ContentFiles, signal?: AbortSignal): Promise<Checked> {
    const mistakes = limitMistakes(files);
    if (mistakes.length > 0) return { content: undefined, mistakes, warnings: [] };
    const checked = before.then(() => checkNow(files, signal));
    before = checked.catch(() => undefined);
    return checked;
  }

  return {
    check: checkInTurn,
    async prepared(hash) {
      const kept = lastChecked(hash)?.content ?? (await keeper.read(hash));
      if (kept || !share) return kept;
      await share.take(hash).catch(onShareFailed);
      return keeper.read(hash);
    },
    async prepare(files) {
      const hash = hashContentFiles(files);
      const known = lastChecked(hash);
      const kept = known?.content ? undefined : await keeper.read(hash);
      if (kept) return { content: kept, mistakes: [], warnings: [] };
      const checked = known ?? (await checkInTurn(files));
      if (checked.content) {
        await keeper.write(hash, checked.content);
        await share?.give(hash).catch(onShareFailed);
      }
      return checked;
    },
  };
}

/** The rule of content that is not checked within its time. Another time it may be: the machine was busy. */
export const TOO_SLOW = "check-too-slow";

function tooSlow(withinMs: number): Mistake {
  return {
    file: "dialogs",
    line: 1,
    column: 1,
    rule: TOO_SLOW,
    what: `De controle duurde langer dan ${Math.round(withinMs / 1000)} seconden, en is gestopt. Dat ligt meestal aan een drukke server, en niet aan wat je veranderde.`,
    fix: "Je concept is bewaard. Laad de pagina over een minuut opnieuw. Blijft dit staan? Vraag de beheerder waar de server het druk mee heeft.",
  };
}
