import type { DatabaseSync } from "node:sqlite";
import { AppError } from "../../errors.ts";
import type { Counter } from "../../usage/count.ts";
import { inTransaction } from "./in-transaction.ts";
import { prepareCount } from "./prepare-count.ts";
import { readSetting, writeSetting } from "./setting.ts";

/**
 * Adds invented counters, all or none of them, and marks the store as one with invented counters, for ever.
 * @param mix also when the store has counters
 * @returns how many counters were added
 * @throws AppError `STORE_HAS_USAGE` when it has counters and `mix` is false
 */
export function addDemoData(db: DatabaseSync, batches: Iterable<readonly Counter[]>, mix: boolean): number {
  const count = prepareCount(db);
  const added = inTransaction(db, () => {
    if (!mix && db.prepare("SELECT 1 FROM counter UNION ALL SELECT 1 FROM sealed").get()) throw hasUsage(db);
    writeSetting(db, "demo-data", "true");
    let total = 0;
    for (const counters of batches) {
      count(counters);
      total += counters.length;
    }
    return total;
  });
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  return added;
}

function hasUsage(db: DatabaseSync): AppError {
  const isDemo = readSetting(db, "demo-data") !== undefined;
  return new AppError(
    "STORE_HAS_USAGE",
    isDemo ? "In deze map staat al verzonnen gebruik." : "In deze map staat al gebruik dat echt geteld is.",
    "Kies een lege map met --data-dir. Toch erbij tellen kan met --force-mix; het is daarna niet meer te scheiden.",
  );
}
