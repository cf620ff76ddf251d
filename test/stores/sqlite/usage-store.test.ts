import { expect, test } from "@jest/globals";
import { createOutbox } from "../../../src/stores/sqlite/outbox.ts";
import { writeSetting } from "../../../src/stores/sqlite/setting.ts";
import { createSqliteStateStore } from "../../../src/stores/sqlite/state-store.ts";
import { createSqliteUsageStore } from "../../../src/stores/sqlite/usage-store.ts";
import { openPerTest } from "../support/open-per-test.ts";
import { counter } from "../support/some-counters.ts";
import { stateWith } from "../support/some-state.ts";
import { testUsageStore } from "../usage-store-contract.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const LATER = new Date("2026-03-02T21:00:00Z");
const WEEK = { from: "2026-W09", to: "2026-W09" };

const open = openPerTest();
let keys = 0;

testUsageStore("SQLite", async () => {
  const db = open();
  const states = createSqliteStateStore(db);
  return {
    store: createSqliteUsageStore(db),
    async add(counters) {
      keys += 1;
      await states.write(`key ${keys}`, stateWith(""), { etag: undefined, now: NOW, expiresAt: LATER, counters });
    },
  };
});

test("a turn that comes too late counts nothing", async () => {
  const states = createSqliteStateStore(open());
  const write = { etag: undefined, now: NOW, expiresAt: LATER, counters: [counter({})] };
  expect(await states.write("key", stateWith("een"), write)).toBe(true);
  expect(await states.write("key", stateWith("twee"), write)).toBe(false);
  expect(await createSqliteUsageStore(open()).read(WEEK)).toEqual([counter({ n: 1 })]);
});

test("a store with invented counters says so", async () => {
  const db = open();
  writeSetting(db, "demo-data", "true");
  expect(await createSqliteUsageStore(db).isDemoData()).toBe(true);
});

test("others get their turn while many weeks are read", async () => {
  const db = open();
  const weeks = ["2026-W07", "2026-W08", "2026-W09"];
  createOutbox(db).add(weeks.map((week) => counter({ week })));
  const steps: string[] = [];
  const tick = () => {
    steps.push("turn");
    if (steps.length < 10) setImmediate(tick);
  };
  setImmediate(tick);
  await createSqliteUsageStore(db).read({ from: "2026-W07", to: "2026-W09" });
  expect(steps.length).toBeGreaterThanOrEqual(weeks.length - 1);
});
