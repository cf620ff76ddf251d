import { resolve } from "node:path";
import { formatMistake } from "../content/mistake.ts";
import { checkContent } from "./check-content/check-content.ts";
import { countContent } from "./check-content/count-content.ts";
import { findFolders } from "./check-content/find-folders.ts";
import { isoDay, noticesOf, overdueArticles } from "./check-content/overdue-articles.ts";

/**
 * `npm run check:content [-- <folder>]`: one line per mistake, or one line with what there is and a line for each
 * article that is due for review.
 */
const PROJECT = resolve(import.meta.dirname, "../..");

const { content, mistakes } = await checkContent(findFolders(process.argv[2], PROJECT));
const lines = content
  ? [countContent(content), ...noticesOf(overdueArticles(content, isoDay(new Date())))]
  : mistakes.map(formatMistake);
console.log(lines.join("\n"));
process.exitCode = content ? 0 : 1;
