import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { CountLeft, StateStore } from "../../conversation/ports.ts";
import { parseRemembered, parseState } from "../parse-state.ts";
import { inTransaction } from "./in-transaction.ts";
import { prepareCount } from "./prepare-count.ts";
import { whenFree } from "./when-free.ts";

const READ = "SELECT value, etag FROM state WHERE key = :key AND expires_at > :now";
const REMOVE = "DELETE FROM state WHERE key = :key AND etag = :etag";
const REPLACE =
  "UPDATE state SET value = :value, etag = :next, expires_at = :expiresAt WHERE key = :key AND etag = :etag";
const INSERT = `INSERT INTO state (key, value, etag, expires_at) VALUES (:key, :value, :next, :expiresAt)
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, etag = excluded.etag, expires_at = excluded.expires_at
  WHERE state.expires_at <= :now`;
const FORGET = "DELETE FROM state WHERE key = :key";
const RECALL = "SELECT value FROM remembered WHERE key = :key AND expires_at > :now";
const REMEMBER = "INSERT OR REPLACE INTO remembered (key, value, expires_at) VALUES (:key, :value, :expiresAt)";
const FORGET_REMEMBERED = "DELETE FROM remembered WHERE key = :key";
const PURGE_REMEMBERED = "DELETE FROM remembered WHERE expires_at <= :now";
const EXPIRED = "SELECT key, value, expires_at FROM state WHERE expires_at <= :now";
const EXPIRED_KEY = `${EXPIRED} AND key = :key`;
const PURGE = "DELETE FROM state WHERE expires_at <= :now";

/**
 * Keeps conversation state in SQLite, and the counters of a turn with it: one transaction, so that a turn is kept and
 * counted, or neither, whenever the process ends.
 * An etag is random and never used twice, so that it does not fit a state that was removed and made anew.
 * `close` closes the database.
 */
export function createSqliteStateStore(db: DatabaseSync, countLeft: CountLeft = () => []): StateStore {
  // From now on nothing may wait inside SQLite: see `whenFree`.
  db.exec("PRAGMA busy_timeout = 0");
  const [read, remove, forget, replace, insert, purge] = [
    db.prepare(READ),
    db.prepare(REMOVE),
    db.prepare(FORGET),
    db.prepare(REPLACE),
    db.prepare(INSERT),
    db.prepare(PURGE),
  ];
  const [expired, expiredKey] = [db.prepare(EXPIRED), db.prepare(EXPIRED_KEY)];
  const [recall, remember] = [db.prepare(RECALL), db.prepare(REMEMBER)];
  const [forgetRemembered, purgeRemembered] = [db.prepare(FORGET_REMEMBERED), db.prepare(PURGE_REMEMBERED)];
  const count = prepareCount(db);
  const left = (row: Record<string, unknown>) => {
    const state = parseState(String(row.value));
    return state ? countLeft(state, new Date(Number(row.expires_at))) : [];
  };
  return {
    async read(key, now) {
      const row = await whenFree(() => read.get({ key, now: now.getTime() }));
      if (row === undefined) return undefined;
      const etag = String(row.etag);
      const state = parseState(String(row.value));
      if (state !== undefined) return { state, etag };
      // What nobody can read would otherwise stand in the way of a new start until it expires.
      await whenFree(() => remove.run({ key, etag }));
      return undefined;
    },
    async write(key, state, { etag, now, expiresAt, counters }) {
      const row = { key, value: JSON.stringify(state), next: randomUUID(), expiresAt: expiresAt.getTime() };
      return whenFree(() =>
        inTransaction(db, () => {
          const overwritten = etag === undefined ? expiredKey.all({ key, now: now.getTime() }) : [];
          const { changes } =
            etag === undefined ? insert.run({ ...row, now: now.getTime() }) : replace.run({ ...row, etag });
          if (changes === 1) count([...overwritten.flatMap(left), ...counters]);
          return changes === 1;
        }),
      );
    },
    async recall(key, now) {
      const row = await whenFree(() => recall.get({ key, now: now.getTime() }));
      return row === undefined ? undefined : parseRemembered(String(row.value));
    },
    async remember(key, remembered, expiresAt) {
      const row = { key, value: JSON.stringify(remembered), expiresAt: expiresAt.getTime() };
      await whenFree(() => remember.run(row));
    },
    async remove(key) {
      await whenFree(() =>
        inTransaction(db, () => {
          forget.run({ key });
          forgetRemembered.run({ key });
        }),
      );
    },
    async purge(now) {
      const changes = await whenFree(() =>
        inTransaction(db, () => {
          count(expired.all({ now: now.getTime() }).flatMap(left));
          purgeRemembered.run({ now: now.getTime() });
          return purge.run({ now: now.getTime() }).changes;
        }),
      );
      // What was deleted must also leave the write-ahead log.
      db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      return Number(changes);
    },
    async close() {
      if (db.isOpen) db.close();
    },
  };
}
