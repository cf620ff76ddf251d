import type { DatabaseSync } from "node:sqlite";
import { AppError } from "../../errors.ts";
import { inTransaction } from "./in-transaction.ts";

/** Released steps are never changed: a change is a new step. `user_version` is how many a database has had. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE state (
     key TEXT PRIMARY KEY,
     value TEXT NOT NULL,
     etag TEXT NOT NULL,
     expires_at INTEGER NOT NULL -- milliseconds since 1970
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX state_expires_at ON state (expires_at);`,
  `CREATE TABLE counter (
     region TEXT NOT NULL,
     week TEXT NOT NULL, -- ISO week, as 2026-W09
     metric TEXT NOT NULL,
     value TEXT NOT NULL,
     n INTEGER NOT NULL,
     PRIMARY KEY (week, region, metric, value)
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE sealed ( -- counters that are on their way to Cosmos DB
     region TEXT NOT NULL,
     week TEXT NOT NULL,
     metric TEXT NOT NULL,
     value TEXT NOT NULL,
     n INTEGER NOT NULL,
     PRIMARY KEY (week, region, metric, value)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE publication ( -- what may be seen of a period; never changed
     period TEXT PRIMARY KEY, -- 2026-02, 2026-Q1, 2026-H1 or 2026
     last_month TEXT NOT NULL,
     value TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE remembered ( -- the region of a conversation, apart from its walks
     key TEXT PRIMARY KEY,
     value TEXT NOT NULL,
     expires_at INTEGER NOT NULL -- milliseconds since 1970
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE content_files (hash TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
   CREATE TABLE content_version (number INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT;
   CREATE TABLE content_draft (
     owner TEXT PRIMARY KEY, -- HMAC of the object id
     value TEXT NOT NULL,
     etag TEXT NOT NULL,
     saved_at TEXT NOT NULL
   ) STRICT;
   CREATE TABLE content_proposal (id TEXT PRIMARY KEY, value TEXT NOT NULL, proposed_at TEXT NOT NULL) STRICT;`,
  `CREATE TABLE subscription ( -- who asked for the trends as a message each month
     key TEXT PRIMARY KEY,
     address TEXT NOT NULL, -- sealed
     sent TEXT NOT NULL, -- month, as 2026-02
     claimed_until INTEGER NOT NULL, -- milliseconds since 1970; 0: by nobody
     expires_at INTEGER NOT NULL -- milliseconds since 1970
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE promised ( -- counters of turns whose state is being written to Cosmos DB
     write TEXT NOT NULL,
     key TEXT NOT NULL,
     counters TEXT NOT NULL,
     at INTEGER NOT NULL -- milliseconds since 1970
   ) STRICT;
   CREATE INDEX promised_write ON promised (write);`,
];

/**
 * Brings the tables up to date, also when several processes start at once.
 * @throws AppError `STORE_TOO_NEW` when a later version of the program has written the database
 */
export function migrate(db: DatabaseSync): void {
  if (readVersion(db) === MIGRATIONS.length) return;
  inTransaction(db, () => applyMigrations(db, readVersion(db)));
}

function applyMigrations(db: DatabaseSync, version: number): void {
  if (version > MIGRATIONS.length) {
    throw new AppError(
      "STORE_TOO_NEW",
      `De database heeft versie ${version}, maar dit programma kent alleen versie ${MIGRATIONS.length}.`,
      "Start de nieuwste versie van het programma, of wijs met DATA_DIR een andere map aan.",
    );
  }
  for (const migration of MIGRATIONS.slice(version)) db.exec(migration);
  db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
}

function readVersion(db: DatabaseSync): number {
  return Number(db.prepare("PRAGMA user_version").get()?.user_version);
}
