import type { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import type { Counter } from "../../usage/count.ts";
import type { UsageStore } from "../../usage/ports.ts";
import { inTransaction } from "./in-transaction.ts";
import { readSetting } from "./setting.ts";

const NEXT_WEEK = "SELECT min(week) AS week FROM counter WHERE week BETWEEN :from AND :to";
const FIRST_WEEK = "SELECT min(week) AS week FROM counter";
const READ = "SELECT region, week, metric, value, n FROM counter WHERE week = ?";
const PURGE = "DELETE FROM counter WHERE week < ?";
const PURGE_SEALED = "DELETE FROM sealed WHERE week < ?";

/**
 * The counters of this machine, which the state store adds to. Two years of many regions take seconds to read, and
 * SQLite is read on the thread that answers turns: so it is done by the week, and turns go in between.
 * The owner of the database closes it.
 */
export function createSqliteUsageStore(db: DatabaseSync): UsageStore {
  const [nextWeek, read, firstWeek] = [db.prepare(NEXT_WEEK), db.prepare(READ), db.prepare(FIRST_WEEK)];
  const [purge, purgeSealed] = [db.prepare(PURGE), db.prepare(PURGE_SEALED)];
  return {
    async read({ from, to }) {
      const weeks: Counter[][] = [];
      for (let start = from; ; await setImmediate()) {
        const week = nextWeek.get({ from: start, to })?.week;
        if (typeof week !== "string") return weeks.flat();
        weeks.push(read.all(week) as unknown as Counter[]);
        // After this week, and before the next.
        start = `${week}~`;
      }
    },
    async firstWeek() {
      const week = firstWeek.get()?.week;
      return typeof week === "string" ? week : undefined;
    },
    async purge(week) {
      return inTransaction(db, () => Number(purge.run(week).changes) + Number(purgeSealed.run(week).changes));
    },
    async isDemoData() {
      return readSetting(db, "demo-data") !== undefined;
    },
  };
}
