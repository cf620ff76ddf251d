import type { DatabaseSync } from "node:sqlite";

/** Does `work`, and what it commits is on the disk when it returns: also after a power loss. */
export function onDisk<T>(db: DatabaseSync, work: () => T): T {
  db.exec("PRAGMA synchronous = FULL");
  try {
    return work();
  } finally {
    db.exec("PRAGMA synchronous = NORMAL");
  }
}
