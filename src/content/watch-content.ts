import { watch } from "chokidar";
import type { Content } from "./content.ts";
import type { Mistake } from "./mistake.ts";
import type { ContentFolders } from "./read-files.ts";

/** Milliseconds without a further change before the content is read: an editor saves in several steps. */
const QUIET_MS = 200;

export interface WatchOptions {
  folders: ContentFolders;
  /** Reads and checks the content; called again after every change, never twice at the same time. */
  check: () => Promise<{ content: Content | undefined; mistakes: Mistake[] }>;
  /** A change without mistakes. */
  onContent: (content: Content) => void;
  /** A change with mistakes: what was there before stays in use. */
  onMistakes: (mistakes: Mistake[]) => void;
  /** The watching itself, or `check`, failed. The content in use stays. */
  onError: (error: unknown) => void;
}

export interface ContentWatcher {
  close(): Promise<void>;
}

/** Follows changes in the content folders. Resolves when the watching has begun; never throws after that. */
export async function watchContent({
  folders,
  check,
  onContent,
  onMistakes,
  onError,
}: WatchOptions): Promise<ContentWatcher> {
  let timer: NodeJS.Timeout | undefined;
  let checking: Promise<void> = Promise.resolve();
  let closed = false;
  const recheck = async (): Promise<void> => {
    try {
      const { content, mistakes } = await check();
      if (closed) return;
      if (content) onContent(content);
      else onMistakes(mistakes);
    } catch (error) {
      onError(error);
    }
  };
  const onChange = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      checking = checking.then(recheck);
    }, QUIET_MS);
  };
  const watcher = watch([folders.dialogs, folders.cards], { ignoreInitial: true, ignored: isHidden(folders) });
  watcher.on("all", onChange).on("error", onError);
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await watcher.close();
      await checking;
    },
  };
}

/** Swap and lock files of editors. The folders themselves may stand in a hidden folder. */
function isHidden(folders: ContentFolders) {
  return (path: string): boolean => {
    const root = [folders.dialogs, folders.cards].find((folder) => path.startsWith(folder)) ?? "";
    return /[/\\]\./.test(path.slice(root.length));
  };
}
