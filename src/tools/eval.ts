import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { MEASURED, measuredLines } from "../check/measured-lines.ts";
import type { MeasuredLine } from "../check/read-lines.ts";
import type { Content } from "../content/content.ts";
import { understandingOf } from "../conversation/turn/understanding.ts";
import { measureWithout } from "./eval/leave-out.ts";
import { describe, isMet, measure, type Score } from "./eval/measure.ts";
import { learnedContent } from "./learned-content.ts";

/**
 * `npm run eval [-- --misses]`: how well typed text is understood, on lines of writers that nothing was learned from
 * (`test/understanding/measure/<writer>.txt`). Exit code 1 when a target is missed over all of them, or nothing was measured.
 * `-- --without <writer>`: instead on the lines of a writer in `dialogs/`, after learning from the others.
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NOTHING_TO_MEASURE =
  "Er is niets gemeten: er zijn geen regels in test/understanding/measure van een schrijver van wie de bot niets leerde.\n" +
  "Of de doelen gehaald worden, is dus niet bekend. Laat iemand regels schrijven die de bot niet kent, of kijk hoe goed\n" +
  "de bot een schrijver uit dialogs/ begrijpt na leren van alle anderen: npm run eval -- --without schrijver-17";

const { values: options } = parseArgs({ options: { misses: { type: "boolean" }, without: { type: "string" } } });
const content = await learnedContent(ROOT);
if (!content) stop("De inhoud heeft fouten. Kijk met: npm run check:content");
else if (options.without === undefined) measureWriters(content, measuredLines(MEASURED));
else measureWriter(content, options.without);

/** Shows the figures of each writer, and those of all together. */
function measureWriters(content: Content, lines: readonly MeasuredLine[]): void {
  const understanding = understandingOf(content);
  for (const [writer, own] of Map.groupBy(lines, (line) => line.writer)) show(writer, measure(own, understanding));
  if (lines.length > 0) decide("alle schrijvers", measure(lines, understanding));
  else stop(NOTHING_TO_MEASURE);
}

/** Shows the figures of one writer whose lines stand in `dialogs/`. */
function measureWriter(content: Content, writer: string): void {
  const figures = measureWithout(content, writer);
  if (figures) decide(`zonder ${writer} geleerd`, figures);
  else stop(`Er zijn geen regels van "${writer}" in dialogs/.`);
}

function decide(name: string, figures: readonly Score[]): void {
  show(name, figures);
  if (options.misses) showMisses(figures);
  if (!figures.every(isMet)) process.exitCode = 1;
}

function show(name: string, figures: readonly Score[]): void {
  console.log([`== ${name}`, ...figures.map(describe), ""].join("\n"));
}

function showMisses(figures: readonly Score[]): void {
  for (const { name, misses } of figures) {
    console.log([`-- ${name}`, ...misses.map((text) => `  ${text}`), ""].join("\n"));
  }
}

function stop(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
