import type { DatabaseSync } from "node:sqlite";
import type { Counter } from "../../usage/count.ts";
import type { UsageStore } from "../../usage/ports.ts";
import { inTransaction } from "./in-transaction.ts";
import { readSetting } from "./setting.ts";

const READ = "SELECT region, week, metric, value, n FROM counter WHERE week BETWEEN :from AND :to";
const PURGE = "DELETE FROM counter WHERE week < ?";
const PURGE_SEALED = "DELETE FROM sealed WHERE week < ?";

/** The counters of this machine, which the state store adds to. Its owner closes the database. */
export function createSqliteUsageStore(db: DatabaseSync): UsageStore {
  const [read, purge, purgeSealed] = [db.prepare(READ), db.prepare(PURGE), db.prepare(PURGE_SEALED)];
  return {
    async read({ from, to }) {
      return read.all({ from, to }) as unknown as Counter[];
    },
    async purge(week) {
      return inTransaction(db, () => Number(purge.run(week).changes) + Number(purgeSealed.run(week).changes));
    },
    async isDemoData() {
      return readSetting(db, "demo-data") !== undefined;
    },
  };
}
