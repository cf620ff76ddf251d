import { closeSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { AppError } from "../../errors.ts";
import { makePrivateFolder } from "../../make-private-folder.ts";
import { migrate } from "./migrate.ts";

/** How long a process waits for another one that is writing. A write takes less than a millisecond. */
const BUSY_TIMEOUT_MS = 5000;

const RETRY_MS = 10;
const SQLITE_BUSY = 5;

/**
 * NORMAL: a committed write survives the end of the process at any moment. After a power loss the last writes can be
 * gone, but the file is whole: some answers are asked again. FULL would wait for the disk at every answer, 0.28
 * against 0.03 ms on an SSD, during which nobody else is served.
 * secure_delete: what is deleted or overwritten is also wiped from the file.
 */
const SETTINGS = "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON";

/**
 * Opens the database of this machine, and makes it and its folder when they do not exist, readable by their owner
 * only. Several processes may have it open. It must be on a local disk: WAL does not work on a network drive.
 * @throws AppError `STORE_UNUSABLE` or `STORE_TOO_NEW`
 */
export function openDatabase(file: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    makePrivateFolder(dirname(file));
    closeSync(openSync(file, "a", 0o600));
    db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    db.exec(SETTINGS);
    turnOnWal(db);
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    throw error instanceof AppError ? error : unusable(file, error);
  }
}

/**
 * Write-ahead log: readers and a writer do not wait for each other. For the lock that this change needs SQLite itself
 * does not wait, so of processes that start together on a new file all but one would fail.
 */
function turnOnWal(db: DatabaseSync): void {
  for (let left = BUSY_TIMEOUT_MS / RETRY_MS; ; left -= 1) {
    try {
      db.exec("PRAGMA journal_mode = WAL");
      return;
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== SQLITE_BUSY || left <= 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

function unusable(file: string, cause: unknown): AppError {
  return new AppError(
    "STORE_UNUSABLE",
    `De database ${file} is niet te openen: ${(cause as Error).message}.`,
    "Kijk of de bot in die map mag schrijven en of de schijf vol is. Verplaats het bestand als het beschadigd is; " +
      "lopende gesprekken beginnen dan opnieuw.",
    { cause },
  );
}
