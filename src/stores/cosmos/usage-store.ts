import type { Container, SqlQuerySpec } from "@azure/cosmos";
import type { UsageStore } from "../../usage/ports.ts";
import { removeDocument } from "./document.ts";
import { retryWithin } from "./retry.ts";
import { countersOf, type UsageDocument } from "./usage-document.ts";

/** Two years of forty regions are some 4,000 documents. */
const CALL_WITHIN_MS = 30_000;

const READ = "SELECT c.id, c.region, c.counts FROM c WHERE c.id >= @from AND c.id <= @to";
const WEEKS = "SELECT c.id FROM c WHERE c.id < @letters";
const OLD = "SELECT c.id, c.region, c.counts FROM c WHERE c.id < @week";

type KeptCounters = Omit<UsageDocument, "taken">;

/** The counters of all instances, as far as they have been flushed. Its owner closes the connection. */
export function createCosmosUsageStore(container: Container): UsageStore {
  return {
    async read({ from, to }) {
      const documents = await find(container, READ, { "@from": from, "@to": to });
      return documents.flatMap(countersOf);
    },
    async firstWeek() {
      // Asked once in the life of a store, so it need not be fast: no index but that on the id is kept.
      const weeks = await find(container, WEEKS, { "@letters": "A" });
      return weeks.map(({ id }) => id).sort()[0];
    },
    async purge(week) {
      let removed = 0;
      for (const document of await find(container, OLD, { "@week": week })) {
        const place = { container, id: document.id, partition: document.region };
        const isRemoved = await retryWithin(CALL_WITHIN_MS, (signal) => removeDocument(place, undefined, signal));
        if (isRemoved) removed += countersOf(document).length;
      }
      return removed;
    },
    /** Invented counters are only ever put in SQLite, and a store with such counters is never flushed. */
    async isDemoData() {
      return false;
    },
  };
}

async function find(container: Container, query: string, values: Record<string, string>): Promise<KeptCounters[]> {
  const parameters = Object.entries(values).map(([name, value]) => ({ name, value }));
  const spec: SqlQuerySpec = { query, parameters };
  const found = await retryWithin(CALL_WITHIN_MS, (abortSignal) =>
    container.items.query<KeptCounters>(spec, { abortSignal }).fetchAll(),
  );
  return found.resources;
}
