import { expect, test } from "@jest/globals";
import { addDemoData } from "../../../src/stores/sqlite/demo-data.ts";
import { createOutbox, type Sealed } from "../../../src/stores/sqlite/outbox.ts";
import { createSqliteUsageStore } from "../../../src/stores/sqlite/usage-store.ts";
import { openPerTest } from "../support/open-per-test.ts";
import { counter } from "../support/some-counters.ts";

const HERE = counter({ region: "alkmaar" });
const THERE = counter({ region: "kennemerland" });

const open = openPerTest();

/** The part for Alkmaar. */
function partOf(sealed: Sealed | undefined) {
  if (sealed === undefined) throw new Error("nothing was sealed");
  return { region: HERE.region, week: HERE.week, instance: sealed.instance, flush: sealed.flush };
}

test("an empty outbox has nothing to seal", () => {
  expect(createOutbox(open()).seal()).toBeUndefined();
});

test("what was added is sealed once, and what comes after it waits for the next flush", () => {
  const outbox = createOutbox(open());
  outbox.add([HERE]);
  outbox.add([HERE]);
  const first = outbox.seal();
  expect(first?.counters).toEqual([counter({ n: 2 })]);
  outbox.add([HERE]);
  expect(outbox.seal()).toEqual(first);
  expect(outbox.length()).toBe(2);
  outbox.forget(partOf(first));
  expect(outbox.length()).toBe(1);
  const second = outbox.seal();
  expect(second?.counters).toEqual([HERE]);
  expect(second?.instance).toBe(first?.instance);
  expect(second?.flush).toBeGreaterThan(Number(first?.flush));
});

test("only the part that is forgotten goes; the rest keeps its number", () => {
  const outbox = createOutbox(open());
  outbox.add([HERE, THERE]);
  const sealed = outbox.seal();
  outbox.forget(partOf(sealed));
  expect(outbox.seal()).toEqual({ ...sealed, counters: [THERE] });
});

test("a process that forgets an earlier flush leaves the present one", () => {
  const [slow, fast] = [createOutbox(open()), createOutbox(open())];
  slow.add([HERE]);
  const first = slow.seal();
  fast.forget(partOf(first));
  fast.add([HERE]);
  const second = fast.seal();
  slow.forget(partOf(first));
  expect(slow.seal()).toEqual(second);
});

test("what is sealed is sealed for a process that opens the database later", () => {
  createOutbox(open()).add([HERE]);
  const sealed = createOutbox(open()).seal();
  expect(createOutbox(open()).seal()).toEqual(sealed);
});

test("a copy of the database that is put back does not number new counters as old ones", () => {
  const db = open();
  const copy = `${db.location()}-copy`;
  const before = createOutbox(db);
  before.add([HERE]);
  const first = before.seal();
  before.forget(partOf(first));
  db.exec(`VACUUM INTO '${copy}'`);
  before.add([HERE]);
  const second = before.seal();
  const restored = createOutbox(open(copy));
  restored.add([HERE]);
  const third = restored.seal();
  expect(third?.instance).not.toBe(second?.instance);
  expect(third?.counters).toEqual([HERE]);
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
  outbox.seal();
  expect([atSealing, synchronous()]).toEqual([2, 1]);
});

test("what waits is what the usage store of this machine reads, and its purge takes what is sealed too", async () => {
  const db = open();
  const outbox = createOutbox(db);
  const usage = createSqliteUsageStore(db);
  outbox.add([counter({ week: "2023-W01" })]);
  outbox.seal();
  outbox.add([counter({ week: "2023-W02" }), HERE]);
  expect(await usage.purge("2026-W01")).toBe(2);
  expect(await usage.read({ from: "2000-W01", to: "2099-W01" })).toEqual([HERE]);
  expect(outbox.seal()?.counters).toEqual([HERE]);
});

test("out of a store with invented counters nothing goes, also when they came while it was in use", async () => {
  const db = open();
  const outbox = createOutbox(db);
  outbox.add([HERE]);
  addDemoData(open(), [[THERE]], true);
  expect(outbox.seal()).toBeUndefined();
  expect(await createSqliteUsageStore(db).read({ from: HERE.week, to: HERE.week })).toHaveLength(2);
});
