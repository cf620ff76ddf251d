import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { addDemoData } from "../../../src/stores/sqlite/demo-data.ts";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { createOutbox } from "../../../src/stores/sqlite/outbox.ts";
import { createSqliteUsageStore } from "../../../src/stores/sqlite/usage-store.ts";
import { counter } from "../support/some-counters.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const EARLIER = new Date("2026-03-01T09:00:00Z");
const HERE = counter({ region: "alkmaar" });
const THERE = counter({ region: "kennemerland" });

const folder = temporaryFolder();
let count = 0;
let file: string;
let opened: DatabaseSync[] = [];

beforeEach(() => {
  count += 1;
  file = join(folder, String(count), "outbox.db");
});
afterEach(() => {
  for (const db of opened) db.close();
  opened = [];
});

function open(): DatabaseSync {
  const db = openDatabase(file);
  opened.push(db);
  return db;
}

test("an empty outbox has nothing to seal", () => {
  expect(createOutbox(open()).seal(NOW)).toBeUndefined();
});

test("what was added is sealed once, and what comes after it waits for the next flush", () => {
  const outbox = createOutbox(open());
  outbox.add([HERE]);
  outbox.add([HERE]);
  const first = outbox.seal(NOW);
  expect(first?.counters).toEqual([counter({ n: 2 })]);
  outbox.add([HERE]);
  expect(outbox.seal(NOW)).toEqual(first);
  outbox.forget("alkmaar", HERE.week, Number(first?.flush));
  const second = outbox.seal(NOW);
  expect(second?.counters).toEqual([HERE]);
  expect(second?.instance).toBe(first?.instance);
  expect(second?.flush).toBeGreaterThan(Number(first?.flush));
});

test("only the part that is forgotten goes; the rest keeps its number", () => {
  const outbox = createOutbox(open());
  outbox.add([HERE, THERE]);
  const flush = Number(outbox.seal(NOW)?.flush);
  outbox.forget("alkmaar", HERE.week, flush);
  expect(outbox.seal(NOW)).toMatchObject({ flush, counters: [THERE] });
});

test("a process that forgets an earlier flush leaves the present one", () => {
  const [slow, fast] = [createOutbox(open()), createOutbox(open())];
  slow.add([HERE]);
  const first = Number(slow.seal(NOW)?.flush);
  fast.forget("alkmaar", HERE.week, first);
  fast.add([HERE]);
  const second = fast.seal(NOW);
  slow.forget("alkmaar", HERE.week, first);
  expect(slow.seal(NOW)).toEqual(second);
});

test("what is sealed is sealed for a process that opens the database later", () => {
  createOutbox(open()).add([HERE]);
  const sealed = createOutbox(open()).seal(NOW);
  expect(createOutbox(open()).seal(new Date(NOW.getTime() + 60_000))).toEqual(sealed);
});

test("the number of a flush is never used again, also when the clock is set back", () => {
  const outbox = createOutbox(open());
  const numbers = [NOW, EARLIER, NOW].map((now) => {
    outbox.add([HERE]);
    const flush = Number(outbox.seal(now)?.flush);
    outbox.forget("alkmaar", HERE.week, flush);
    return flush;
  });
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(new Set(numbers).size).toBe(3);
});

test("the number of a flush is higher than all before it after an old copy of the database was put back", () => {
  const [before, restored] = [createOutbox(open()), join(folder, `${count}-copy`, "outbox.db")];
  before.add([HERE]);
  const flush = Number(before.seal(NOW)?.flush);
  file = restored;
  const outbox = createOutbox(open());
  outbox.add([HERE]);
  expect(outbox.seal(new Date(NOW.getTime() + 1))?.flush).toBeGreaterThan(flush);
});

test("sealing waits for the disk, and counting does not", () => {
  const db = open();
  const outbox = createOutbox(db);
  const synchronous = () => db.prepare("PRAGMA synchronous").get()?.synchronous;
  let atSealing: unknown;
  db.function("at_sealing", () => {
    atSealing = synchronous();
    return 1;
  });
  db.exec("CREATE TEMP TRIGGER watch AFTER INSERT ON main.sealed BEGIN SELECT at_sealing(); END");
  outbox.add([HERE]);
  outbox.seal(NOW);
  expect([atSealing, synchronous()]).toEqual([2, 1]);
});

test("what waits is what the usage store of this machine reads, and its purge takes what is sealed too", async () => {
  const db = open();
  const outbox = createOutbox(db);
  const usage = createSqliteUsageStore(db);
  outbox.add([counter({ week: "2023-W01" })]);
  outbox.seal(NOW);
  outbox.add([counter({ week: "2023-W02" }), HERE]);
  expect(await usage.purge("2026-W01")).toBe(2);
  expect(await usage.read({ from: "2000-W01", to: "2099-W01" })).toEqual([HERE]);
  expect(outbox.seal(NOW)?.counters).toEqual([HERE]);
});

test("out of a store with invented counters nothing goes, also when they came while it was in use", async () => {
  const db = open();
  const outbox = createOutbox(db);
  outbox.add([HERE]);
  addDemoData(open(), [[THERE]], true);
  expect(outbox.seal(NOW)).toBeUndefined();
  expect(await createSqliteUsageStore(db).read({ from: HERE.week, to: HERE.week })).toHaveLength(2);
});
