import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Counter } from "../../usage/count.ts";
import { prepareCount } from "./count.ts";
import { inTransaction } from "./in-transaction.ts";
import { readSetting, writeSetting } from "./setting.ts";

/** Counters that are on their way: nothing is added to them any more. */
export interface Sealed {
  instance: string;
  flush: number;
  counters: Counter[];
}

/** Counters wait here, on the disk of this machine, until they are in Cosmos DB. */
export interface Outbox {
  add(counters: readonly Counter[]): void;
  /**
   * What was sealed before and is not all gone, else all that waits; undefined when nothing waits. Out of a store with
   * invented counters nothing goes.
   */
  seal(now: Date): Sealed | undefined;
  /** Forgets what was sealed of this region and week under this number: it is in Cosmos DB. */
  forget(region: string, week: string, flush: number): void;
}

const SEALED = "SELECT region, week, metric, value, n FROM sealed ORDER BY week, region";
const MOVE = "INSERT INTO sealed (region, week, metric, value, n) SELECT region, week, metric, value, n FROM counter";
const FORGET = `DELETE FROM sealed WHERE region = :region AND week = :week
  AND EXISTS (SELECT * FROM setting WHERE name = 'flush' AND value = :flush)`;

/** Several processes may share the database. */
export function createOutbox(db: DatabaseSync): Outbox {
  const [sealed, move, forget] = [db.prepare(SEALED), db.prepare(MOVE), db.prepare(FORGET)];
  const moveAll = (now: Date): void => {
    if (sealed.get() !== undefined) return;
    if (move.run().changes === 0) return;
    db.exec("DELETE FROM counter");
    writeSetting(db, "flush", String(nextFlush(db, now)));
  };
  const read = (): Sealed | undefined => {
    const counters = sealed.all() as unknown as Counter[];
    if (counters.length === 0) return undefined;
    return { instance: instanceOf(db), flush: Number(readSetting(db, "flush")), counters };
  };
  return {
    add: prepareCount(db),
    seal: (now) =>
      onDisk(db, () =>
        inTransaction(db, () => {
          if (readSetting(db, "demo-data") !== undefined) return undefined;
          moveAll(now);
          return read();
        }),
      ),
    forget(region, week, flush) {
      forget.run({ region, week, flush: String(flush) });
    },
  };
}

/**
 * Higher than all before. By starting from the clock it is also higher after an old copy of the database was put back:
 * else Cosmos DB would take new counters for old ones.
 */
function nextFlush(db: DatabaseSync, now: Date): number {
  return Math.max(Number(readSetting(db, "flush") ?? 0) + 1, now.getTime());
}

function instanceOf(db: DatabaseSync): string {
  const known = readSetting(db, "instance");
  if (known !== undefined) return known;
  const instance = randomUUID();
  writeSetting(db, "instance", instance);
  return instance;
}

/** What is sent must be on the disk as sealed: after a power loss it would else be sealed, and sent, once more. */
function onDisk<T>(db: DatabaseSync, work: () => T): T {
  db.exec("PRAGMA synchronous = FULL");
  try {
    return work();
  } finally {
    db.exec("PRAGMA synchronous = NORMAL");
  }
}
