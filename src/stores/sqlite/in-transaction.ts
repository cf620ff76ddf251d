import type { DatabaseSync } from "node:sqlite";

/** Does all of `work` or, when it throws, nothing of it. It takes the write lock at once, and waits for it. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}
