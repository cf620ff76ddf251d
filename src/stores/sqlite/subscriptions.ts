import type { DatabaseSync } from "node:sqlite";
import type { Subscription, Subscriptions } from "../../trends/ports.ts";
import { whenFree } from "./when-free.ts";

const HAS = "SELECT 1 FROM subscription WHERE key = ?";
const READ = "SELECT key, address, sent FROM subscription";
const PUT = `INSERT OR REPLACE INTO subscription (key, address, sent, claimed_until, expires_at)
  VALUES (:key, :address, :sent, 0, :expiresAt)`;
const CLAIM = `UPDATE subscription SET claimed_until = :until
  WHERE key = :key AND sent < :month AND claimed_until <= :now`;
const SETTLE = "UPDATE subscription SET sent = :month, claimed_until = 0, expires_at = :expiresAt WHERE key = :key";
const REMOVE = "DELETE FROM subscription WHERE key = ?";
const PURGE = "DELETE FROM subscription WHERE expires_at <= ?";

/** Who asked for a message each month, on this machine. The owner of the database closes it. */
export function createSqliteSubscriptions(db: DatabaseSync): Subscriptions {
  const [has, read, put] = [db.prepare(HAS), db.prepare(READ), db.prepare(PUT)];
  const [claim, settle] = [db.prepare(CLAIM), db.prepare(SETTLE)];
  const [remove, purge] = [db.prepare(REMOVE), db.prepare(PURGE)];
  return {
    has: async (key) => (await whenFree(() => has.get(key))) !== undefined,
    read: async () => (await whenFree(() => read.all())) as unknown as Subscription[],
    async put(subscription, expiresAt) {
      await whenFree(() => put.run({ ...subscription, expiresAt: expiresAt.getTime() }));
    },
    async claim(key, month, { now, until }) {
      const row = { key, month, now: now.getTime(), until: until.getTime() };
      return (await whenFree(() => claim.run(row))).changes === 1;
    },
    async settle(key, month, expiresAt) {
      await whenFree(() => settle.run({ key, month, expiresAt: expiresAt.getTime() }));
    },
    async remove(key) {
      await whenFree(() => remove.run(key));
    },
    async purge(now) {
      await whenFree(() => purge.run(now.getTime()));
    },
  };
}
