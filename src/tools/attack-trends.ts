import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Content } from "../content/content.ts";
import { monthsUntil } from "../trends/months.ts";
import { compareFactors, compareMechanisms } from "./attack-trends/compare-mechanisms.ts";
import { measureLean } from "./attack-trends/measure-lean.ts";
import { type Attack, PROMISED_WIDTH, runAttack, simulatedYear } from "./attack-trends/run-attack.ts";
import { learnedContent } from "./learned-content.ts";

/**
 * `npm run attack:trends`: plays a year of use of four sizes, publishes it, and tries to work out the hidden counts with
 * an integer program. Prints the tables of `docs/anonymity.md`. `--cells 100` attacks fewer cells.
 */
const { values } = parseArgs({ options: { cells: { type: "string", default: "400" } } });
const content = (await learnedContent(resolve(import.meta.dirname, "../.."))) as Content;

console.log(
  "| rondes per maand | lezer | aangevallen | smaller dan beloofd | zeker | smalste | mis |\n|---|---|---|---|---|---|---|",
);
/** Uses that are played of each kind, to draw a year from. */
const POOL = 150;
const WALKS_PER_MONTH = [30, 120, 400, 1500];
/** Of the secret of the noise, over which figures are compared with what was counted. */
const SECRETS = 20;
const READERS: readonly [name: string, options: Partial<Attack>][] = [
  ["kent de regels en elk leeg vak", {}],
  ["deed zelf 9 rondes", { clicks: 9 }],
  ["deed zelf 19 rondes", { clicks: 19 }],
  ["gokt dat de ruis nooit verder dan 4 is", { mostNoise: 4 }],
  ["deed zelf 9 rondes, en gokt dat", { clicks: 9, mostNoise: 4 }],
  ["deed zelf 19 rondes, en gokt dat", { clicks: 19, mostNoise: 4 }],
];
let failed = false;
for (const walksPerMonth of WALKS_PER_MONTH) {
  for (const [name, options] of READERS) {
    const outcome = await runAttack(content, {
      walksPerMonth,
      seed: walksPerMonth,
      cells: Number(values.cells),
      pool: POOL,
      ...options,
    });
    const { attacked, narrower, certain, width, wrong } = outcome;
    console.log(`| ${walksPerMonth} | ${name} | ${attacked} | ${narrower} | ${certain} | ${width} | ${wrong} |`);
    if (options.mostNoise === undefined && narrower > 0) failed = true;
  }
}
console.log(`\n${compareMechanisms()}\n\n${compareFactors()}`);
console.log("| rondes per maand | echt aantal | getallen | gemiddeld te hoog | fout | meer dan een vijfde te hoog |");
console.log("|---|---|---|---|---|---|");
for (const walksPerMonth of WALKS_PER_MONTH) {
  const world = simulatedYear(content, { walksPerMonth, seed: walksPerMonth, pool: POOL });
  const leans = await measureLean(world, { months: monthsUntil("2026-06", 6), secrets: SECRETS });
  for (const { from, figures, lean, error, farTooHigh } of leans) {
    const parts = [lean, error, farTooHigh].map((part) => `${(100 * part).toFixed(1)}%`);
    console.log(`| ${walksPerMonth} | ${from} of meer | ${figures} | ${parts.join(" | ")} |`);
  }
}
if (failed) {
  console.error(`A cell can be known more closely than the ${PROMISED_WIDTH} that is promised.`);
  process.exitCode = 1;
}
