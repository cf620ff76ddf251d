import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Content } from "../content/content.ts";
import { toContentFiles } from "../content/content-files.ts";
import { loadContent } from "../content/load-content.ts";
import { foldersIn, readFiles } from "../content/read-files.ts";
import {
  ASSISTANT,
  ASSISTANT_ON_COSMOS,
  ASSISTANT_ON_STORE,
  CONSTANT,
  type Contestant,
  ECHO,
  ECHO_CLICK,
  OTHER_TURNS,
  PEER,
  PEER_CLICK,
} from "./bench/contestants.ts";
import { countingTarget } from "./bench/counting-target.ts";
import { measurePublishing, publishingTargets } from "./bench/publishing-cost.ts";
import { readersTargets } from "./bench/readers-cost.ts";
import { runBench } from "./bench/run-bench.ts";
import { cosmosTarget, medians, storeTargets, targets } from "./bench/targets.ts";
import { trendsTarget } from "./bench/trends-cost.ts";
import { measureUnderstanding, understandingTargets } from "./bench/understanding-cost.ts";

/**
 * `npm run bench [-- --quick] [-- --json <file>]`: how an answer turn of the assistant compares to echo bots on
 * botbuilder and on its successor on the same machine, and what understanding typed text costs. `--quick` only shows that the bench works: its numbers mean nothing.
 */
const { values: options } = parseArgs({ options: { quick: { type: "boolean" }, json: { type: "string" } } });
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const trendsSize = options.quick ? { regions: 2, rounds: 1 } : { regions: 40, rounds: 3 };
const size = options.quick ? { rounds: 1, turns: 60, users: 2 } : { rounds: 9, turns: 1000, users: 8 };

const contestants = [CONSTANT, ECHO, ECHO_CLICK, PEER, PEER_CLICK, ASSISTANT];
const sameTurns = await runBench(options.quick ? contestants : [...contestants, ASSISTANT_ON_STORE], size);
// Of those that cost most fewer are enough.
const fewer = { ...size, rounds: 5, turns: 300 };
const others = options.quick ? [] : await runBench([ASSISTANT_ON_COSMOS, ...OTHER_TURNS], fewer);
const results = new Map([...sameTurns, ...others]);
const table = Object.fromEntries([...results].map(([name, rounds]) => [name, medians(rounds)]));
const roundsOf = ({ name }: Contestant) => results.get(name) ?? [];
const content = (await loadContent(ROOT)).partial;
const understanding = measureUnderstanding(options.quick ? withFewLines(content) : content);
const met = [
  ...targets(roundsOf(ASSISTANT), roundsOf(ECHO), roundsOf(ECHO_CLICK)),
  ...(options.quick
    ? []
    : [
        ...storeTargets(roundsOf(ASSISTANT_ON_STORE), roundsOf(ASSISTANT)),
        cosmosTarget(roundsOf(ASSISTANT_ON_COSMOS)),
      ]),
  ...understandingTargets(understanding),
  countingTarget(),
  await trendsTarget(content, trendsSize),
  ...(await readersTargets(content, trendsSize)),
];

const { files } = await readFiles(foldersIn(ROOT));
const publishing = options.quick ? [] : await measurePublishing(toContentFiles(files), content);
met.push(...publishingTargets(publishing));

const howOften = ({ rounds, turns }: typeof size) => `${rounds} rounds of ${turns} turns`;
const ofOthers = options.quick ? "" : `; of what costs most, ${howOften(fewer)}`;
console.log(`Medians of ${howOften(size)} by ${size.users} users at the same time${ofOthers}`);
console.table(rounded(table));
console.log("Understanding what people type");
console.table(rounded({ understanding }));
if (publishing.length > 0) console.log("Turns of workers while staff change content");
console.table(rounded(Object.fromEntries(publishing.map(({ what, ...figures }) => [what, figures]))));
for (const { name, value, target, met: isMet, spread } of met) {
  const between = spread ? `, ${spread.map((end) => end.toFixed(2)).join(" to ")} in the rounds` : "";
  console.log(`${isMet ? "met    " : "NOT MET"}  ${name}: ${value.toFixed(2)}${between} (target ${target})`);
}
if (options.json) {
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  writeFileSync(
    options.json,
    `${JSON.stringify({ machine, size, medians: table, understanding, targets: met, publishing, rounds: Object.fromEntries(results) }, null, 2)}\n`,
  );
}

/** Of each kind a file: to learn from all of it takes as long as the whole quick bench. */
function withFewLines(content: Content): Content {
  const [danger, ordinary, cases] = [
    content.danger.slice(0, 1),
    content.ordinary.slice(0, 1),
    content.cases.slice(0, 1),
  ];
  return { ...content, danger, ordinary, cases };
}

function rounded(rows: Record<string, object>): Record<string, object> {
  return JSON.parse(
    JSON.stringify(rows, (_key, value) => (typeof value === "number" ? Number(value.toFixed(2)) : value)),
  );
}
