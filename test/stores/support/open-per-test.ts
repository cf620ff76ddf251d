import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach } from "@jest/globals";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/**
 * What opens the database of the running test, which is a new one for each test, or another file. What was opened is
 * closed after the test.
 */
export function openPerTest(): (file?: string) => DatabaseSync {
  const folder = temporaryFolder();
  let count = 0;
  let opened: DatabaseSync[] = [];

  beforeEach(() => {
    count += 1;
  });
  afterEach(() => {
    for (const db of opened) db.close();
    opened = [];
  });

  return (file = join(folder, String(count), "test.db")) => {
    const db = openDatabase(file);
    opened.push(db);
    return db;
  };
}
