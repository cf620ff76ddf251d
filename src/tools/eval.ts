import { fileURLToPath } from "node:url";
import { loadContent } from "../content/load-content.ts";
import { understandingOf } from "../conversation/turn/understanding.ts";
import { describe, isMet, measure } from "./eval/measure.ts";
import { measuredLines } from "./eval/measured-lines.ts";

/**
 * `npm run eval [-- --misses]`: how well typed text is understood, on lines of writers that nothing was learned from
 * (`test/understanding/measure/<writer>.txt`). Exit code 1 when a target is missed over all of them.
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MEASURE = fileURLToPath(new URL("../../test/understanding/measure", import.meta.url));

const { content } = await loadContent(ROOT);
if (content) {
  process.exitCode = evaluate().every(isMet) ? 0 : 1;
} else {
  console.error("De inhoud heeft fouten. Kijk met: npm run check:content");
  process.exitCode = 1;
}

function evaluate() {
  const understanding = understandingOf(content as NonNullable<typeof content>);
  const lines = measuredLines(MEASURE);
  if (lines.length === 0) console.log("Er zijn geen meetregels in test/understanding/measure.");
  for (const [writer, own] of Map.groupBy(lines, (line) => line.writer)) {
    console.log([`== ${writer}`, ...measure(own, understanding).map(describe), ""].join("\n"));
  }
  const all = measure(lines, understanding);
  console.log(["== alle schrijvers", ...all.map(describe), ""].join("\n"));
  if (process.argv.includes("--misses")) {
    for (const { name, misses } of all)
      console.log([`-- ${name}`, ...misses.map((text) => `  ${text}`), ""].join("\n"));
  }
  return all;
}
