import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { beforeEach, expect, test } from "@jest/globals";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { createSqliteStateStore } from "../../../src/stores/sqlite/state-store.ts";
import { testStateStore } from "../state-store-contract.ts";
import { stateWith } from "../support/some-state.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const LATER = new Date("2026-03-02T21:00:00Z");
const MARK = "alkmaar-gemerkt";

const folder = temporaryFolder();
let count = 0;
let file: string;

beforeEach(() => {
  count += 1;
  file = join(folder, String(count), "state.db");
});

testStateStore("SQLite", async (countLeft) => createSqliteStateStore(openDatabase(file), countLeft));

/** A database with one state in it, changed by hand to this text. */
function databaseWith(value: string): DatabaseSync {
  const db = openDatabase(file);
  db.prepare("INSERT INTO state VALUES ('key', ?, 'etag', ?)").run(value, LATER.getTime());
  return db;
}

test.each([
  ["damaged text", '{"schema":1,'],
  ["another schema", '{"schema":0,"greeted":true}'],
  ["an unknown field", '{"schema":1,"greeted":true,"name":"x"}'],
  ["a field of another type", '{"schema":1,"greeted":"ja"}'],
  ["no object", "null"],
])("a state that is %s counts as absent, and a new one can be written at once", async (_what, value) => {
  const store = createSqliteStateStore(databaseWith(value));
  expect(await store.read("key", NOW)).toBeUndefined();
  expect(
    await store.write("key", stateWith("een"), { etag: undefined, now: NOW, expiresAt: LATER, counters: [] }),
  ).toBe(true);
  expect((await store.read("key", NOW))?.state).toEqual(stateWith("een"));
  await store.close();
});

test("what was replaced or purged is nowhere in the files any more", async () => {
  const store = createSqliteStateStore(openDatabase(file));
  await store.write("first", stateWith(MARK), { etag: undefined, now: NOW, expiresAt: LATER, counters: [] });
  await store.write("second", stateWith(MARK), { etag: undefined, now: NOW, expiresAt: LATER, counters: [] });
  expect(contentOfFiles()).toContain(MARK);
  const stored = await store.read("first", NOW);
  await store.write("first", stateWith("anders"), {
    etag: stored?.etag,
    now: NOW,
    expiresAt: new Date(8.64e15),
    counters: [],
  });
  await store.purge(LATER);
  expect(contentOfFiles()).not.toContain(MARK);
  await store.close();
});

function contentOfFiles(): string {
  const parent = join(file, "..");
  return readdirSync(parent)
    .map((name) => readFileSync(join(parent, name), "latin1"))
    .join();
}

test("a write waits for another process that holds the database, and meanwhile others are served", async () => {
  const store = createSqliteStateStore(openDatabase(file));
  const other = openDatabase(file);
  other.exec("BEGIN IMMEDIATE");
  const options = { etag: undefined, now: NOW, expiresAt: LATER, counters: [] };
  let isWritten = false;
  const writing = store.write("key", stateWith("een"), options).finally(() => {
    isWritten = true;
  });
  // A write that holds this process until it has the database, or has given up, is over before these are.
  for (let round = 0; round < 5; round += 1) await setTimeout(10);
  expect(isWritten).toBe(false);
  expect(await store.read("key", NOW)).toBeUndefined();
  other.exec("COMMIT");
  expect(await writing).toBe(true);
  other.close();
  await store.close();
});

test("a write fails when another process holds the database for too long", async () => {
  const store = createSqliteStateStore(openDatabase(file));
  const other = openDatabase(file);
  other.exec("BEGIN IMMEDIATE");
  const options = { etag: undefined, now: NOW, expiresAt: LATER, counters: [] };
  await expect(store.write("key", stateWith("een"), options)).rejects.toThrow("locked");
  other.close();
  await store.close();
}, 10_000);

test("a store can be closed twice, and the database with it", async () => {
  const db = openDatabase(file);
  const store = createSqliteStateStore(db);
  await store.close();
  await store.close();
  expect(db.isOpen).toBe(false);
});
