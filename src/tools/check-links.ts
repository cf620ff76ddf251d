import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { isoDay, noticesOf, overdueArticles } from "../check/overdue-articles.ts";
import { loadContent } from "../content/load-content.ts";
import { findFolders } from "../content/read-files.ts";
import { reportLinks } from "./check-links/link-report.ts";
import { openLinks } from "./check-links/open-links.ts";

/**
 * `npm run check:links [-- <folder>] [--online]`: every link with its status, age and use, and the articles that are due for
 * review. It reports and never fails. Only with `--online` it opens the addresses.
 */
const PROJECT = resolve(import.meta.dirname, "../..");
const { values: options, positionals } = parseArgs({
  options: { online: { type: "boolean" } },
  allowPositionals: true,
});

const { content, partial, mistakes } = await loadContent(findFolders(positionals[0], PROJECT));
const today = isoDay(new Date());
const opened = options.online ? await openLinks(partial.links.values()) : new Map();
const notices = noticesOf(overdueArticles(partial, today));

if (!content) console.log(`De inhoud heeft ${mistakes.length} fouten. Kijk met: npm run check:content\n`);
console.log(reportLinks(partial, today, opened).join("\n"));
console.log(["", `${notices.length} artikelen over de datum om na te lezen.`, ...notices].join("\n"));
