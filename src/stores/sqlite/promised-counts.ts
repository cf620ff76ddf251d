import type { DatabaseSync } from "node:sqlite";
import type { Counter } from "../../usage/count.ts";
import { inTransaction } from "./in-transaction.ts";
import { prepareCount } from "./prepare-count.ts";
import { whenFree } from "./when-free.ts";

/** A write of a conversation's state of which the counters are promised. */
export interface Promised {
  /** Id of the write. */
  write: string;
  /** Key of the state. */
  key: string;
}

/**
 * Counters of turns whose state is written elsewhere: on the disk of this machine before that write begins, and counted
 * once it is known to have taken place, by this process or, when that ended, by the next one.
 */
export interface PromisedCounts {
  promise(promised: Promised, counters: readonly Counter[]): Promise<void>;
  /** The write took place: counts what was promised, once, however often this is said. */
  keep(write: string): Promise<void>;
  /** The write did not take place, and never will. */
  drop(write: string): Promise<void>;
  /** Writes of which nothing more was heard, the oldest first, with when they were promised in milliseconds since 1970. */
  open(): Promise<(Promised & { at: number })[]>;
}

const PROMISE = "INSERT INTO promised (write, key, counters, at) VALUES (:write, :key, :counters, :at)";
const TAKE = "DELETE FROM promised WHERE write = :write RETURNING counters";
const OPEN = "SELECT DISTINCT write, key, at FROM promised ORDER BY at";

export function createPromisedCounts(db: DatabaseSync): PromisedCounts {
  const [promise, take, open] = [db.prepare(PROMISE), db.prepare(TAKE), db.prepare(OPEN)];
  const count = prepareCount(db);
  return {
    async promise({ write, key }, counters) {
      if (counters.length === 0) return;
      const row = { write, key, counters: JSON.stringify(counters), at: Date.now() };
      await whenFree(() => promise.run(row));
    },
    async keep(write) {
      await whenFree(() =>
        inTransaction(db, () => {
          for (const { counters } of take.all({ write })) count(JSON.parse(String(counters)));
        }),
      );
    },
    async drop(write) {
      await whenFree(() => take.all({ write }));
    },
    open: () => whenFree(() => open.all() as unknown as (Promised & { at: number })[]),
  };
}
