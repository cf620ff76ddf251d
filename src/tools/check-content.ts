import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { checkContent } from "../check/check-content.ts";
import { countContent, countsFile, keptNotices } from "../check/count-content.ts";
import { MODELS_FILE } from "../check/kept-models.ts";
import { changedSides, MEASURED, measuredLines, missedLines } from "../check/measured-lines.ts";
import { isoDay } from "../check/overdue-articles.ts";
import { readConfig } from "../config.ts";
import { formatMistake, formatMistakes } from "../content/mistake.ts";
import { keepContent } from "../content/open-content.ts";
import { findFolders } from "../content/read-files.ts";
import { understandingOf } from "../conversation/turn/understanding.ts";
import { createLog } from "../log.ts";
import { createContentKeeper } from "../stores/content-keeper.ts";

/**
 * `npm run check:content [-- <folder>] [--keep] [--all]`: the mistakes, causes first, with `--all` also what follows from them; or one line with what there is, and a line for
 * what somebody should look at: warnings, what there is less of, and texts about danger and measured lines that changed. `--keep` writes down what there is, for next time.
 * Content of this project that is right is kept for the next start, which then does not check it again.
 */
const PROJECT = resolve(import.meta.dirname, "../..");
const KEEP = "--keep";
const ALL = "--all";

const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith("--"));
const folders = findFolders(folder, PROJECT);
const { dataDir, logLevel: level } = readConfig();
const today = isoDay(new Date());
const { content, mistakes, warnings } = await checkContent(folders, { modelsFile: join(dataDir, MODELS_FILE) });
const missed = content ? missedLines(measuredLines(MEASURED), understandingOf(content)) : [];
const lines = content
  ? [
      countContent(content),
      ...warnings.map((warning) => `Let op: ${formatMistake(warning)}`),
      ...(args.includes(KEEP) && !content.keptCounts ? [] : keptNotices(content)),
      ...(content.keptCounts ? changedSides(content.keptCounts.missed, missed) : []),
    ]
  : args.includes(ALL)
    ? mistakes.map(formatMistake)
    : formatMistakes(mistakes);
console.log(lines.join("\n"));
if (content && args.includes(KEEP)) {
  const letters = missed.map((line) => line.letters);
  await writeFile(join(folders.dialogs, "counts.yaml"), countsFile(content, today, letters));
}
if (content && folder === undefined) {
  await keepContent(content, { folders, keeper: createContentKeeper(dataDir, createLog({ level })) });
}
process.exitCode = content ? 0 : 1;
