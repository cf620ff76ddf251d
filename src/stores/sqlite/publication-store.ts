import type { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { monthsOf } from "../../trends/periods.ts";
import type { PublicationStore } from "../../trends/ports.ts";
import type { Publication } from "../../trends/publication.ts";
import { whenFree } from "./when-free.ts";

const READ = "SELECT value FROM publication";
const READ_ONE = "SELECT value FROM publication WHERE period = ?";
const ADD = "INSERT INTO publication (period, last_month, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
const PURGE = "DELETE FROM publication WHERE last_month < ?";

/** What was published, on this machine. The owner of the database closes it. */
export function createSqlitePublicationStore(db: DatabaseSync): PublicationStore {
  const [read, readOne] = [db.prepare(READ), db.prepare(READ_ONE)];
  const [add, purge] = [db.prepare(ADD), db.prepare(PURGE)];
  return {
    async read() {
      const rows = await whenFree(() => read.all());
      const publications: Publication[] = [];
      for (const { value } of rows) {
        publications.push(JSON.parse(String(value)));
        // Two years of many regions are megabytes: in between others are served.
        await setImmediate();
      }
      return publications;
    },
    async add(publication) {
      const { period } = publication;
      const lastMonth = monthsOf(period).at(-1) ?? period;
      await whenFree(() => add.run(period, lastMonth, JSON.stringify(publication)));
      const row = await whenFree(() => readOne.get(period));
      return JSON.parse(String(row?.value)) as Publication;
    },
    async purge(month) {
      return Number((await whenFree(() => purge.run(month))).changes);
    },
  };
}
