import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { checkContent } from "../../check/check-content.ts";
import { countContent, countsFile, keptNotices } from "../../check/count-content.ts";
import { MODELS_FILE } from "../../check/kept-models.ts";
import { changedSides, MEASURED, measuredLines, missedLines } from "../../check/measured-lines.ts";
import { isoDay } from "../../check/overdue-articles.ts";
import type { Content } from "../../content/content.ts";
import { formatMistake, formatMistakes } from "../../content/mistake.ts";
import { keepContent } from "../../content/open-content.ts";
import { type ContentFolders, findFolders } from "../../content/read-files.ts";
import { understandingOf } from "../../conversation/turn/understanding.ts";
import type { Log } from "../../log.ts";
import { CONTENT_FILE, createContentKeeper, PACKAGED } from "../../stores/content-keeper.ts";

const PROJECT = resolve(import.meta.dirname, "../../..");
const KEEP = "--keep";
const ALL = "--all";
const PACKAGE = "--package";

/**
 * What `npm run check:content` says. Content of this project that is right is kept for the next start, which then does not
 * check it again.
 * @param args a folder, and options
 * @param dataDir where what is learned is kept
 */
export async function reportContent(
  args: readonly string[],
  { dataDir, log }: { dataDir: string; log: Log },
): Promise<{ lines: string[]; isRight: boolean }> {
  const folder = args.find((arg) => !arg.startsWith("--"));
  const folders = findFolders(folder, PROJECT);
  const { content, mistakes, warnings } = await checkContent(folders, { modelsFile: join(dataDir, MODELS_FILE) });
  if (!content) {
    return { lines: args.includes(ALL) ? mistakes.map(formatMistake) : formatMistakes(mistakes), isRight: false };
  }
  const today = isoDay(new Date());
  const missed = missedLines(measuredLines(MEASURED), understandingOf(content));
  const lines = [
    countContent(content),
    ...warnings.map((warning) => `Let op: ${formatMistake(warning)}`),
    ...(args.includes(KEEP) && !content.keptCounts ? [] : keptNotices(content)),
    ...(content.keptCounts ? changedSides(content.keptCounts.missed, missed) : []),
  ];
  if (args.includes(KEEP)) {
    const letters = missed.map((line) => line.letters);
    await writeFile(join(folders.dialogs, "counts.yaml"), countsFile(content, today, letters));
  }
  if (folder === undefined) await keepContent(content, { folders, keeper: createContentKeeper(dataDir, log) });
  if (args.includes(PACKAGE)) {
    await packContent(content, { folders, log });
    lines.push(`Wat gecontroleerd is, staat in ${PACKAGED} en gaat mee met het programma.`);
  }
  return { lines, isRight: true };
}

/** Keeps `content` beside the code. Unlike in a data folder, who runs the bot may be somebody else than who packs it. */
async function packContent(content: Content, { folders, log }: { folders: ContentFolders; log: Log }): Promise<void> {
  await mkdir(PACKAGED, { recursive: true });
  await keepContent(content, { folders, keeper: createContentKeeper(PACKAGED, log) });
  await chmod(join(PACKAGED, CONTENT_FILE), 0o644);
}
