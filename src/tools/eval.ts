import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { MEASURED, measuredLines } from "../check/measured-lines.ts";
import type { Content } from "../content/content.ts";
import { understandingOf } from "../conversation/turn/understanding.ts";
import { measureWithout } from "./eval/leave-out.ts";
import { describe, isMet, measure, type Score } from "./eval/measure.ts";
import { learnedContent } from "./learned-content.ts";

/**
 * `npm run eval [-- --misses]`: how well typed text is understood, on lines of writers that nothing was learned from
 * (`test/understanding/measure/<writer>.txt`). Exit code 1 when a target is missed over all of them.
 * `-- --without <writer>`: instead on the lines of a writer in `dialogs/`, after learning from the others.
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const { values: options } = parseArgs({ options: { misses: { type: "boolean" }, without: { type: "string" } } });
const content = await learnedContent(ROOT);
if (content) {
  const figures = options.without === undefined ? measureWriters(content) : measureWithout(content, options.without);
  show(options.without === undefined ? "alle schrijvers" : `zonder ${options.without} geleerd`, figures);
  if (options.misses) showMisses(figures);
  process.exitCode = figures.every(isMet) ? 0 : 1;
} else {
  console.error("De inhoud heeft fouten. Kijk met: npm run check:content");
  process.exitCode = 1;
}

/** Shows the figures of each writer; returns those of all together. */
function measureWriters(content: Content): Score[] {
  const understanding = understandingOf(content);
  const lines = measuredLines(MEASURED);
  if (lines.length === 0) console.log("Er zijn geen meetregels in test/understanding/measure.");
  for (const [writer, own] of Map.groupBy(lines, (line) => line.writer)) show(writer, measure(own, understanding));
  return measure(lines, understanding);
}

function show(name: string, figures: readonly Score[]): void {
  console.log([`== ${name}`, ...figures.map(describe), ""].join("\n"));
}

function showMisses(figures: readonly Score[]): void {
  for (const { name, misses } of figures) {
    console.log([`-- ${name}`, ...misses.map((text) => `  ${text}`), ""].join("\n"));
  }
}
