import type { Log } from "../log.ts";
import type { Content } from "./content.ts";
import { countsOf, fewerThan } from "./counts.ts";
import { formatMistakes, type Mistake } from "./mistake.ts";
import { type ContentKeeper, keepContent, openContent } from "./open-content.ts";
import type { ContentFolders } from "./read-files.ts";
import { lookOf, watchContent } from "./watch-content.ts";

export interface LiveContentOptions {
  folders: ContentFolders;
  check: (
    folders: ContentFolders,
    signal?: AbortSignal,
  ) => Promise<{ content: Content | undefined; mistakes: Mistake[] }>;
  keeper: ContentKeeper;
  log: Log;
  /** For the people who edit the content, line by line. */
  print: (line: string) => void;
}

/** The content that is used, and from now on every better version of it. */
export interface LiveContent {
  readonly content: Content;
  /** What stands in the folders has a mistake, so that an earlier version is used. */
  readonly isRefused: boolean;
  /** Calls `onContent` with every version without mistakes from now on; it ends, never with an error, when that is used. */
  watch(onContent: (content: Content) => Promise<void>): void;
  /** Ends a check that is going on. */
  close(): Promise<void>;
}

/** @throws AppError CONTENT_INVALID after printing all mistakes, when there is no earlier version without one */
export async function openLiveContent({
  folders,
  check,
  keeper,
  log,
  print,
}: LiveContentOptions): Promise<LiveContent> {
  const show = (mistakes: readonly Mistake[]) => {
    for (const line of formatMistakes(mistakes)) print(line);
  };
  const refuse = (mistakes: readonly Mistake[]) => {
    log.warn("content-refused", { count: mistakes.length });
    print("De inhoud in de map klopt niet. De bot werkt door met de laatste goede versie.");
  };
  const since = await lookOf(folders);
  const { content: first, mistakes } = await openContent({ folders, check, keeper }, show);
  if (mistakes.length > 0) refuse(mistakes);
  log.info("content-loaded", { content: first.version });
  let [content, isRefused] = [first, mistakes.length > 0];
  let stop = async (): Promise<void> => {};
  return {
    get content() {
      return content;
    },
    get isRefused() {
      return isRefused;
    },
    watch(onContent) {
      const watcher = watchContent({
        folders,
        since,
        check: (signal) => check(folders, signal),
        onContent(next) {
          const fewer = fewerThan(countsOf(content), countsOf(next));
          [content, isRefused] = [next, false];
          void onContent(next).then(() => {
            log.info("content-loaded", { content: next.version });
            print(`Inhoud bijgewerkt (versie ${next.version}).`);
            if (fewer.length > 0) print(`Minder dan hiervoor: ${fewer.join(", ")}.`);
          });
          void keepContent(next, { folders, keeper });
        },
        onMistakes(found) {
          isRefused = true;
          refuse(found);
          show(found);
        },
        onError: (error) => log.error("content-refused", { error }),
      });
      stop = watcher.close;
    },
    close: () => stop(),
  };
}
