import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Counter } from "../../usage/count.ts";
import type { UsagePart } from "../usage-part.ts";
import { inTransaction } from "./in-transaction.ts";
import { onDisk } from "./on-disk.ts";
import { prepareCount } from "./prepare-count.ts";
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
  /** How many counters wait, sealed or not. */
  length(): number;
  /**
   * What was sealed before and is not all gone, else all that waits; undefined when nothing waits. Out of a store with
   * invented counters nothing goes.
   */
  seal(): Sealed | undefined;
  /** Forgets a part of what was sealed: it is in Cosmos DB. */
  forget(part: Omit<UsagePart, "counters">): void;
}

const LENGTH = "SELECT (SELECT count(*) FROM counter) + (SELECT count(*) FROM sealed) AS length";
const SEALED = "SELECT region, week, metric, value, n FROM sealed ORDER BY week, region";
const MOVE = "INSERT INTO sealed (region, week, metric, value, n) SELECT region, week, metric, value, n FROM counter";
const FORGET = `DELETE FROM sealed WHERE region = :region AND week = :week
  AND EXISTS (SELECT * FROM setting WHERE name = 'instance' AND value = :instance)
  AND EXISTS (SELECT * FROM setting WHERE name = 'flush' AND value = :flush)`;

/**
 * Several processes may share the database. Each is an instance with a random id of its own and numbers its flushes from
 * 1, so that a copy of the database that is put back or used elsewhere never gives new counters the number of old ones.
 * A sealed batch keeps the id and number it was sealed under, whoever sends it.
 */
export function createOutbox(db: DatabaseSync): Outbox {
  const [length, sealed] = [db.prepare(LENGTH), db.prepare(SEALED)];
  const [move, forget] = [db.prepare(MOVE), db.prepare(FORGET)];
  const instance = randomUUID();
  let flushes = 0;
  const moveAll = (): void => {
    if (sealed.get() !== undefined || move.run().changes === 0) return;
    db.exec("DELETE FROM counter");
    flushes += 1;
    writeSetting(db, "instance", instance);
    writeSetting(db, "flush", String(flushes));
  };
  const read = (): Sealed | undefined => {
    const counters = sealed.all() as unknown as Counter[];
    if (counters.length === 0) return undefined;
    return { instance: String(readSetting(db, "instance")), flush: Number(readSetting(db, "flush")), counters };
  };
  return {
    add: prepareCount(db),
    length: () => Number(length.get()?.length),
    seal: () =>
      // What is sent must be on the disk as sealed: after a power loss it would else be sealed, and sent, once more.
      onDisk(db, () =>
        inTransaction(db, () => {
          if (readSetting(db, "demo-data") !== undefined) return undefined;
          moveAll();
          return read();
        }),
      ),
    forget({ region, week, instance: from, flush }) {
      forget.run({ region, week, instance: from, flush: String(flush) });
    },
  };
}
