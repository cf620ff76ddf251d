import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadContent } from "../content/load-content.ts";
import { ASSISTANT, CONSTANT, ECHO, ECHO_CLICK } from "./bench/contestants.ts";
import { countingTarget } from "./bench/counting-target.ts";
import { runBench } from "./bench/run-bench.ts";
import { measureSearch, searchTargets } from "./bench/search-cost.ts";
import { medians, targets } from "./bench/summary.ts";
import { trendsTarget } from "./bench/trends-cost.ts";

/**
 * `npm run bench [-- --quick] [-- --json <file>]`: how an answer turn of the assistant compares to botbuilder's echo
 * bot on the same machine, and what answering a question costs as the number of articles grows. `--quick` only shows that the bench works: its numbers mean nothing.
 */
const { values: options } = parseArgs({ options: { quick: { type: "boolean" }, json: { type: "string" } } });
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const articleCounts = options.quick ? [20, 50] : [100, 1000, 5000];
const trendsSize = options.quick ? { regions: 2, rounds: 1 } : { regions: 40, rounds: 3 };
const size = options.quick ? { rounds: 1, turns: 60, users: 2 } : { rounds: 9, turns: 1000, users: 8 };

const results = await runBench([CONSTANT, ECHO, ECHO_CLICK, ASSISTANT], size);
const table = Object.fromEntries([...results].map(([name, rounds]) => [name, medians(rounds)]));
const content = (await loadContent(ROOT)).partial;
const search = measureSearch(content, articleCounts);
const met = [
  ...targets(results.get(ASSISTANT.name) ?? [], results.get(ECHO.name) ?? []),
  ...searchTargets(search),
  countingTarget(),
  await trendsTarget(content, trendsSize),
];

console.log(`Medians of ${size.rounds} rounds of ${size.turns} turns by ${size.users} users at the same time`);
console.table(rounded(table));
console.log("Answering a question that was not asked before");
console.table(rounded(Object.fromEntries(search.map(({ articles, ...cost }) => [`${articles} articles`, cost]))));
for (const { name, value, target, met: isMet } of met) {
  console.log(`${isMet ? "met    " : "NOT MET"}  ${name}: ${value.toFixed(2)} (target ${target})`);
}
if (options.json) {
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  writeFileSync(
    options.json,
    `${JSON.stringify({ machine, size, medians: table, search, targets: met, rounds: Object.fromEntries(results) }, null, 2)}\n`,
  );
}

function rounded(rows: Record<string, object>): Record<string, object> {
  return JSON.parse(
    JSON.stringify(rows, (_key, value) => (typeof value === "number" ? Number(value.toFixed(2)) : value)),
  );
}
