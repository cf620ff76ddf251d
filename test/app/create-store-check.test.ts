import { expect, test } from "@jest/globals";
import { createStoreCheck } from "../../src/app/create-store-check.ts";
import { createSqliteStateStore } from "../../src/stores/sqlite/state-store.ts";
import { openPerTest } from "../stores/support/open-per-test.ts";

const open = openPerTest();

/** Ten seconds between two checks. */
function checkOf(db: ReturnType<typeof open>) {
  let now = 0;
  return createStoreCheck(createSqliteStateStore(db), () => {
    now += 10_000;
    return now;
  });
}

test("a store that can be read and not written, as on a full disk, is not ready, and is again when it can", async () => {
  const db = open();
  const check = checkOf(db);
  expect(await check()).toBe("ok");
  db.exec("PRAGMA query_only = ON");
  expect(await check()).toBe("fails");
  db.exec("PRAGMA query_only = OFF");
  expect(await check()).toBe("ok");
});

test("a store that cannot be read is not ready", async () => {
  const db = open();
  const check = checkOf(db);
  db.exec("DROP TABLE state");
  expect(await check()).toBe("fails");
});

test("what the check writes is gone at the next purge", async () => {
  const db = open();
  const store = createSqliteStateStore(db);
  await createStoreCheck(store)();
  await store.purge(new Date(Date.now() + 1));
  expect(db.prepare("SELECT count(*) AS n FROM remembered").get()).toEqual({ n: 0 });
});
