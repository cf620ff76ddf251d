import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { formatMistake, formatMistakes } from "../content/mistake.ts";
import { checkContent } from "./check-content/check-content.ts";
import { countContent, countsFile, fewerNotice } from "./check-content/count-content.ts";
import { findFolders } from "./check-content/find-folders.ts";
import { isoDay, noticesOf, overdueArticles } from "./check-content/overdue-articles.ts";

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
const { content, mistakes, warnings } = await checkContent(folders);
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
