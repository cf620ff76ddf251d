import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { addDemoData } from "../../../src/stores/sqlite/demo-data.ts";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { createOutbox } from "../../../src/stores/sqlite/outbox.ts";
import { createSqliteUsageStore } from "../../../src/stores/sqlite/usage-store.ts";
import { counter } from "../support/some-counters.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ALL = { from: "2000-W01", to: "2099-W53" };
const INVENTED = [[counter({ region: "demo-06" })], [counter({ region: "demo-07", n: 3 })]];

const folder = temporaryFolder();
let count = 0;
let db: ReturnType<typeof openDatabase>;

beforeEach(() => {
  count += 1;
  db = openDatabase(join(folder, String(count), "demo.db"));
});
afterEach(() => db.close());

test("an empty store takes invented counters, and says from then on that it has them", async () => {
  const usage = createSqliteUsageStore(db);
  expect(await usage.isDemoData()).toBe(false);
  expect(addDemoData(db, INVENTED, false)).toBe(2);
  expect(await usage.isDemoData()).toBe(true);
  expect(await usage.read(ALL)).toEqual(INVENTED.flat());
});

test.each(["counted", "sealed"])(
  "a store with real counters that are %s refuses, and stays as it is",
  async (where) => {
    const outbox = createOutbox(db);
    outbox.add([counter({})]);
    const sealed = where === "sealed" ? outbox.seal() : undefined;
    const before = await createSqliteUsageStore(db).read(ALL);
    expect(() => addDemoData(db, INVENTED, false)).toThrow(expect.objectContaining({ code: "STORE_HAS_USAGE" }));
    expect(await createSqliteUsageStore(db).read(ALL)).toEqual(before);
    expect(await createSqliteUsageStore(db).isDemoData()).toBe(false);
    expect(outbox.seal()?.counters).toEqual(sealed?.counters ?? [counter({})]);
  },
);

test("a store that has invented counters refuses more of them", () => {
  addDemoData(db, INVENTED, false);
  expect(() => addDemoData(db, INVENTED, false)).toThrow(expect.objectContaining({ code: "STORE_HAS_USAGE" }));
});

test("who insists can mix them with real counters", async () => {
  createOutbox(db).add([counter({ region: "demo-06", n: 2 })]);
  addDemoData(db, INVENTED, true);
  expect(await createSqliteUsageStore(db).read(ALL)).toEqual([
    counter({ region: "demo-06", n: 3 }),
    ...(INVENTED[1] ?? []),
  ]);
});

test("when inventing fails, nothing is added and nothing is marked", async () => {
  function* failing() {
    yield [counter({})];
    throw new Error("made to fail");
  }
  expect(() => addDemoData(db, failing(), false)).toThrow("made to fail");
  expect(await createSqliteUsageStore(db).isDemoData()).toBe(false);
  expect(await createSqliteUsageStore(db).read(ALL)).toEqual([]);
});
