import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "@jest/globals";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
let count = 0;
let file: string;

beforeEach(() => {
  count += 1;
  file = join(folder, String(count), "data", "state.db");
});

test("the folder and the file are made, for their owner only", () => {
  const db = openDatabase(file);
  expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
  for (const name of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(name).mode & 0o777).toBe(0o600);
  db.close();
});

test("a write does not wait for the disk, and readers do not wait for a writer", () => {
  const db = openDatabase(file);
  expect(db.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 1 });
  const writer = openDatabase(file);
  writer.exec("BEGIN IMMEDIATE; INSERT INTO state VALUES ('key', '{}', 'etag', 1)");
  expect(db.prepare("SELECT count(*) AS count FROM state").get()).toEqual({ count: 0 });
  writer.exec("COMMIT");
  expect(db.prepare("SELECT count(*) AS count FROM state").get()).toEqual({ count: 1 });
  writer.close();
  db.close();
});

test("what was kept is there when the database is opened again", () => {
  const first = openDatabase(file);
  first.exec("INSERT INTO state VALUES ('key', '{}', 'etag', 1)");
  first.close();
  const second = openDatabase(file);
  expect(second.prepare("SELECT count(*) AS count FROM state").get()).toEqual({ count: 1 });
  second.close();
});

test("a database of a later version of the program is refused and left as it is", () => {
  const db = openDatabase(file);
  db.exec("PRAGMA user_version = 999");
  db.close();
  expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code: "STORE_TOO_NEW", fix: expect.any(String) }));
});

test.each([
  [
    "a file that is no database",
    () => writeFileSync(file, "geen database, wel wat langer dan honderd tekens. ".repeat(9)),
  ],
  ["a folder", () => mkdirSync(file)],
])("%s in its place is refused, with the name of the file", (_what, make) => {
  mkdirSync(dirname(file), { recursive: true });
  make();
  expect(() => openDatabase(file)).toThrow(
    expect.objectContaining({
      code: "STORE_UNUSABLE",
      message: expect.stringContaining(file),
      fix: expect.any(String),
    }),
  );
});
