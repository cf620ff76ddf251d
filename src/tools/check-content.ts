import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { checkContent } from "../check/check-content.ts";
import { countContent, countsFile, fewerNotice } from "../check/count-content.ts";
import { MODELS_FILE } from "../check/kept-models.ts";
import { isoDay, noticesOf, overdueArticles } from "../check/overdue-articles.ts";
import { readConfig } from "../config.ts";
import { formatMistake, formatMistakes } from "../content/mistake.ts";
import { findFolders } from "../content/read-files.ts";

/**
 * `npm run check:content [-- <folder>] [--keep] [--all]`: the mistakes, causes first, with `--all` also what follows from them; or one line with what there is, and a line for
 * what somebody should look at: warnings, what there is less of, and articles that are due for review. `--keep` writes down how much there is, for next time.
 */
const PROJECT = resolve(import.meta.dirname, "../..");
const KEEP = "--keep";
const ALL = "--all";

const args = process.argv.slice(2);
const folders = findFolders(
  args.find((arg) => !arg.startsWith("--")),
  PROJECT,
);
const today = isoDay(new Date());
const { content, mistakes, warnings } = await checkContent(folders, join(readConfig().dataDir, MODELS_FILE));
const lines = content
  ? [
      countContent(content),
      ...warnings.map((warning) => `Let op: ${formatMistake(warning)}`),
      ...fewerNotice(content),
      ...noticesOf(overdueArticles(content, today)),
    ]
  : args.includes(ALL)
    ? mistakes.map(formatMistake)
    : formatMistakes(mistakes);
console.log(lines.join("\n"));
if (content && args.includes(KEEP)) await writeFile(join(folders.dialogs, "counts.yaml"), countsFile(content, today));
process.exitCode = content ? 0 : 1;
