import { expect, test } from "@jest/globals";
import { createSqliteContentStore } from "../../../src/stores/sqlite/content-store.ts";
import { testContentStore } from "../content-store-contract.ts";
import { openPerTest } from "../support/open-per-test.ts";

const open = openPerTest();
testContentStore("SQLite", async () => createSqliteContentStore(open()));

test("files of which a byte is another are not given back, and are mended by keeping them again", async () => {
  const db = open();
  const store = createSqliteContentStore(db);
  const files = { "dialogs/texts.yaml": "bel 112" };
  const hash = await store.keepFiles(files);
  const other = await store.keepFiles({ "dialogs/texts.yaml": "bel 113" });
  const move = db.prepare(
    "UPDATE content_files SET value = (SELECT value FROM content_files WHERE hash = ?) WHERE hash = ?",
  );
  move.run(other, hash);
  expect(await store.files(hash)).toBeUndefined();
  await store.keepFiles(files);
  expect(await store.files(hash)).toEqual(files);
});
