import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { createSqliteStateStore } from "../../../src/stores/sqlite/state-store.ts";
import { createSqliteUsageStore } from "../../../src/stores/sqlite/usage-store.ts";
import { Child, runTogether } from "../support/child.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const folder = temporaryFolder();

/** Milliseconds that a writer lives after its first write: fixed, and spread over some hundred writes. */
const LIVES = [1, 61, 7, 37, 97, 19, 3, 53];

test("processes that start at once in a new folder make one secret and one database", async () => {
  const lines = await runTogether(4, "run-start.ts", join(folder, "new"));
  const secrets = lines.map(([secret]) => secret);
  expect(secrets[0]).toMatch(/^[\w-]{43}$/);
  expect(new Set(secrets).size).toBe(1);
});

test("two processes that both read, add and write lose nothing", async () => {
  const file = join(folder, "counter.db");
  const refused = await runTogether(2, "run-counter.ts", file, "50");
  expect(await keptNumber(file)).toBe(100);
  expect(await countedIn(file)).toBe(100);
  expect(refused.flat().map(Number)).toEqual([expect.any(Number), expect.any(Number)]);
  expect(refused.flat().reduce((sum, count) => sum + Number(count), 0)).toBeGreaterThan(0);
});

/** The number to which `run-counter.ts` has come. */
async function keptNumber(file: string): Promise<number> {
  const store = createSqliteStateStore(openDatabase(file));
  const stored = await store.read("counter", NOW);
  await store.close();
  return Number(stored?.state.region);
}

/** How often it has counted. */
async function countedIn(file: string): Promise<number> {
  const db = openDatabase(file);
  const counters = await createSqliteUsageStore(db).read({ from: "2000-W01", to: "2099-W53" });
  db.close();
  return counters.reduce((sum, { n }) => sum + n, 0);
}

test("a turn is kept and counted, or neither, when the process is killed at any moment", async () => {
  const file = join(folder, "counted.db");
  for (const life of LIVES) {
    const turns = new Child("run-counter.ts", [file, "1000000"]);
    await turns.line();
    turns.go();
    await setTimeout(life);
    turns.kill();
    await turns.rest();
  }
  expect(await keptNumber(file)).toBeGreaterThan(LIVES.length);
  expect(await countedIn(file)).toBe(await keptNumber(file));
});

test("a write that was reported is there after the process was killed at any moment", async () => {
  const file = join(folder, "killed.db");
  const reported = new Map<string, number>();
  for (const life of LIVES) {
    for (const [key, number] of await writeAndBeKilled(file, life, highest(reported) + 1)) reported.set(key, number);
    expect(integrityOf(file)).toBe("ok");
    await expectKept(file, reported);
  }
  expect(highest(reported)).toBeGreaterThan(LIVES.length);
});

async function writeAndBeKilled(file: string, life: number, start: number): Promise<[string, number][]> {
  const writer = new Child("run-writer.ts", [file, String(start)]);
  const first = await writer.line();
  await setTimeout(life);
  writer.kill();
  const lines = [first, ...(await writer.rest())];
  return lines.flatMap((line) => {
    const [, key, number] = /^(key \d)=(\d+)$/.exec(line ?? "") ?? [];
    return key === undefined ? [] : [[key, Number(number)]];
  });
}

/** One write may have been made and not yet reported, so what is kept can be newer, never older. */
async function expectKept(file: string, reported: Map<string, number>): Promise<void> {
  const store = createSqliteStateStore(openDatabase(file));
  for (const [key, number] of reported) {
    const stored = await store.read(key, NOW);
    expect(Number(stored?.state.region)).toBeGreaterThanOrEqual(number);
  }
  await store.close();
}

function integrityOf(file: string): unknown {
  const db = new DatabaseSync(file);
  const result = db.prepare("PRAGMA integrity_check").get();
  db.close();
  return result?.integrity_check;
}

function highest(reported: Map<string, number>): number {
  return Math.max(0, ...reported.values());
}
