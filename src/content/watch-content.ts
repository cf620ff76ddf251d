import { stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Content } from "./content.ts";
import type { Mistake } from "./mistake.ts";
import { type ContentFolders, listFiles } from "./read-files.ts";

/**
 * Time between two looks: so many times as long as a look takes, because watching must cost little. Not longer than
 * somebody wants to wait, however slow the disk or busy the machine.
 */
const LOOK_EVERY_MS = { least: 400, most: 2_000 };
const SHARE_OF_TIME = 100;

export interface WatchOptions {
  folders: ContentFolders;
  /** How the folders looked before the content in use was read: what changed after that is a change. */
  since: string;
  /** Reads and checks the content; called after every change, never twice at the same time. Ends when aborted. */
  check: (signal: AbortSignal) => Promise<{ content: Content | undefined; mistakes: Mistake[] }>;
  /** A change without mistakes. */
  onContent: (content: Content) => void;
  /** A change with mistakes: what was there before stays in use. */
  onMistakes: (mistakes: Mistake[]) => void;
  /** `check` failed. The content in use stays. */
  onError: (error: unknown) => void;
}

export interface ContentWatcher {
  /** Ends a check that is going on. */
  close(): Promise<void>;
}

/**
 * Follows changes in the content folders by looking again and again. Events of the file system are faster, but they are
 * lost when a folder is replaced as a whole, on a network drive, or when a volume of Kubernetes turns its link.
 * Never throws.
 */
export function watchContent({ folders, since, check, onContent, onMistakes, onError }: WatchOptions): ContentWatcher {
  const stopping = new AbortController();
  const { signal } = stopping;
  const recheck = async (): Promise<void> => {
    try {
      const { content, mistakes } = await check(signal);
      if (signal.aborted) return;
      if (content) onContent(content);
      else onMistakes(mistakes);
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
  };
  let checked = since;
  const watching = (async () => {
    for (let seen = since; !signal.aborted; ) {
      const started = performance.now();
      const now = await lookOf(folders);
      const fitting = SHARE_OF_TIME * (performance.now() - started);
      const pause = Math.min(Math.max(LOOK_EVERY_MS.least, fitting), LOOK_EVERY_MS.most);
      // An editor saves in several steps: only what stands still between two looks is read.
      if (now !== checked && now === seen) {
        checked = now;
        await recheck();
      }
      seen = now;
      await wait(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  })();
  return {
    async close() {
      stopping.abort();
      await watching;
    },
  };
}

/** All files with their size, moment and place on the disk: another text when anything changed. */
export async function lookOf(folders: ContentFolders): Promise<string> {
  const lists = await Promise.all(
    Object.entries(folders).map(async ([root, folder]) => {
      const paths = await listFiles(folder).catch(() => undefined);
      return paths === undefined ? [`${root}: gone`] : Promise.all(paths.map((path) => lookAt(`${folder}/${path}`)));
    }),
  );
  return lists.flat().join("\n");
}

async function lookAt(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return `${path}: ${found?.size} ${found?.mtimeNs} ${found?.ino}`;
}
