import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { listMutants, type Mutant } from "./test-mutation/list-mutants.ts";
import type { MutantRun } from "./test-mutation/run-mutants.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
/** A mutant can go on for ever; the tests of all these rooms take a second or two. */
const PATIENCE_MS = 30_000;
/** Before the first change the real content may have to be read and learned from. */
const FIRST_PATIENCE_MS = 300_000;
/** Each mutant leaves modules behind: a worker begins anew after so many. */
const MUTANTS_PER_WORKER = 150;
/** In percents, of all mutants together. */
const TARGET = 90;

/** The rooms that decide, each with the tests that are there for it. */
const ROOMS: Record<string, readonly string[]> = {
  flow: ["test/flow/*.test.ts"],
  signals: ["test/signals/*.test.ts"],
  conditions: ["test/conditions/*.test.ts"],
  usage: ["test/usage/*.test.ts", "test/conversation/walk/counts.test.ts"],
};

/**
 * `npm run test:mutation`: changes one thing at a time in the rooms that decide, and looks whether a test of that room
 * fails. Says which changes no test saw. Exit code 1 when the tests fail without a change, or see too few.
 */
let worker: Worker | undefined;
let runs = 0;

async function isKilled(run: MutantRun, patienceMs = PATIENCE_MS): Promise<boolean> {
  if (runs % MUTANTS_PER_WORKER === 0) await end();
  runs += 1;
  worker ??= new Worker(new URL("test-mutation/run-mutants.ts", import.meta.url));
  const answer = once(worker, "message", { signal: AbortSignal.timeout(patienceMs) });
  worker.postMessage(run);
  try {
    const [killed] = await answer;
    return killed;
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
    await end();
    return true;
  }
}

async function end(): Promise<void> {
  await worker?.terminate();
  worker = undefined;
}

async function judge(file: string, tests: readonly string[]) {
  const path = join(PROJECT, file);
  const source = readFileSync(path, "utf8");
  if (await isKilled({ file: path, source, tests }, FIRST_PATIENCE_MS))
    throw new Error(`The tests of ${file} fail without any change.`);
  const survivors: Mutant[] = [];
  const mutants = listMutants(source);
  for (const mutant of mutants) {
    if (!(await isKilled({ file: path, source: mutant.source, tests }))) survivors.push(mutant);
  }
  return { count: mutants.length, survivors };
}

const told = (text: string) => text.replaceAll(/\s+/g, " ").slice(0, 80);
const only = process.argv.slice(2);
let [all, killed] = [0, 0];
for (const [room, globs] of Object.entries(ROOMS).filter(([name]) => only.length === 0 || only.includes(name))) {
  const tests = globSync([...globs], { cwd: PROJECT }).map((test) => join(PROJECT, test));
  for (const file of globSync(`src/${room}/*.ts`, { cwd: PROJECT }).toSorted()) {
    const { count, survivors } = await judge(file, tests);
    all += count;
    killed += count - survivors.length;
    console.log(`${file}: ${count - survivors.length} of ${count}`);
    for (const { line, was, becomes } of survivors)
      console.log(`  ${file}:${line}  ${told(was)}  ->  ${told(becomes)}`);
  }
}
await end();
const percent = (100 * killed) / all;
console.log(`\n${killed} of ${all} changes seen by a test: ${percent.toFixed(1)}% (target ${TARGET}%)`);
process.exitCode = percent >= TARGET ? 0 : 1;
