import { parseArgs } from "node:util";
import { endAll } from "../../test/support/main-process.ts";
import { createRandom } from "./simulate-use/random.ts";
import { type Fault, isPassed, type Outcome, type Size } from "./test-faults/fault.ts";
import { FAULTS } from "./test-faults/faults.ts";

/**
 * `npm run test:faults [-- --short] [-- --only <words>] [-- --seed <number>]`: makes things go wrong for the bot as it
 * runs, and prints what people saw, what was lost or done twice, and what health and log said. Exit code 1 when one fails.
 */
const { values: options } = parseArgs({
  options: { short: { type: "boolean" }, only: { type: "string" }, seed: { type: "string" } },
});
const seed = Number(options.seed ?? Math.floor(Math.random() * 1e6));
const size: Size = { isLong: !options.short, of: (short, long) => (options.short ? short : long) };
const chosen = FAULTS.filter(({ name, isQuick }) =>
  options.only === undefined ? !options.short || isQuick : name.toLowerCase().includes(options.only.toLowerCase()),
);

// Whoever stops the command also stops the bots that it started.
process.on("exit", endAll);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));

console.log(`Seed ${seed}: --seed ${seed} does the same again`);
const rows: string[][] = [];
for (const [index, fault] of chosen.entries()) {
  const started = performance.now();
  const outcome = await run(fault, seed + index);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${isPassed(outcome) ? "passed" : "FAILED"}  ${fault.name} (${seconds} s)`);
  for (const complaint of outcome.broken) console.log(`        ${complaint}`);
  if (!isPassed(outcome)) process.exitCode = 1;
  rows.push(rowOf(fault, outcome));
  console.log(`        ${rows.at(-1)?.slice(1).join(" | ")}`);
}
const HEAD = ["fault", "times", "what the worker saw", "lost", "doubled", "health and log", "result"];
console.log(`\n${[HEAD, HEAD.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`);
if (chosen.length === 0) {
  console.log(`No fault has "${options.only}" in its name.`);
  process.exitCode = 1;
}
// What a fault left open, such as a connection that hangs, must not keep the command from ending.
process.exit();

async function run(fault: Fault, own: number): Promise<Outcome> {
  try {
    return await fault.run({ size, random: createRandom(own) });
  } catch (error) {
    const broken = [`it could not be done: ${error instanceof Error ? (error.stack ?? error.message) : error}`];
    return { times: 0, worker: "", lost: 0, doubled: 0, tells: "", broken };
  }
}

function rowOf({ name }: Fault, outcome: Outcome): string[] {
  const { times, worker, lost, doubled, tells } = outcome;
  return [name, String(times), worker, String(lost), String(doubled), tells, isPassed(outcome) ? "passed" : "FAILED"];
}
