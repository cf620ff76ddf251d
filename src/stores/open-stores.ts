import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { ContentStore } from "../content/content-store.ts";
import type { CountLeft, StateStore } from "../conversation/ports.ts";
import { AppError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { PublicationStore, Subscriptions } from "../trends/ports.ts";
import type { Counter } from "../usage/count.ts";
import type { UsageStore } from "../usage/ports.ts";
import type { SharedBytes } from "./checked-share.ts";
import type { CosmosSettings } from "./cosmos/create-client.ts";
import { startFlusher } from "./flusher.ts";
import { createSqliteContentStore } from "./sqlite/content-store.ts";
import { openDatabase } from "./sqlite/open-database.ts";
import { createOutbox } from "./sqlite/outbox.ts";
import { createPromisedCounts } from "./sqlite/promised-counts.ts";
import { createSqlitePublicationStore } from "./sqlite/publication-store.ts";
import { createSqliteStateStore } from "./sqlite/state-store.ts";
import { createSqliteSubscriptions } from "./sqlite/subscriptions.ts";
import { createSqliteUsageStore } from "./sqlite/usage-store.ts";
import { whenFree } from "./sqlite/when-free.ts";

export const DATABASE_FILE = "wijkteam.sqlite";

export interface Stores {
  state: StateStore;
  usage: UsageStore;
  publications: PublicationStore;
  content: ContentStore;
  subscriptions: Subscriptions;
  /** Where instances give bytes to each other; absent when there is one. */
  shared?: SharedBytes;
  /** How the sending of usage goes; absent when nothing is sent. */
  sending?: { outboxLength(): number; secondsSinceFlush(): number | undefined };
  /** Sends what is still to be sent, as far as it can within this time, and closes everything. */
  close(withinMs: number): Promise<void>;
}

export interface StoresOptions {
  dataDir: string;
  /** Absent: everything is in the database of this machine. */
  cosmos: CosmosSettings | undefined;
  log: Log;
  countLeft?: CountLeft;
}

/**
 * Opens the stores: SQLite in the data folder or, when it is configured, Cosmos DB with SQLite as its outbox.
 * @throws AppError `STORE_UNUSABLE`, `STORE_TOO_NEW`, `DEMO_DATA`, or a code of Cosmos DB (`openCosmos`)
 */
export async function openStores({ dataDir, cosmos, log, countLeft = () => [] }: StoresOptions): Promise<Stores> {
  const db = openDatabase(join(dataDir, DATABASE_FILE));
  try {
    return cosmos === undefined ? embedded(db, countLeft) : await onCosmos(db, cosmos, log, countLeft);
  } catch (error) {
    db.close();
    throw error;
  }
}

function embedded(db: DatabaseSync, countLeft: CountLeft): Stores {
  const state = createSqliteStateStore(db, countLeft);
  const [usage, publications] = [createSqliteUsageStore(db), createSqlitePublicationStore(db)];
  const [content, subscriptions] = [createSqliteContentStore(db), createSqliteSubscriptions(db)];
  return { state, usage, publications, content, subscriptions, close: () => state.close() };
}

/** What needs the client of Cosmos DB is loaded only here: it is large. */
async function onCosmos(db: DatabaseSync, settings: CosmosSettings, log: Log, countLeft: CountLeft): Promise<Stores> {
  const [localState, localUsage] = [createSqliteStateStore(db, countLeft), createSqliteUsageStore(db)];
  if (await localUsage.isDemoData()) throw demoData();
  const { openCosmos } = await import("./cosmos/open-cosmos.ts");
  const { createCosmosStateStore } = await import("./cosmos/state-store.ts");
  const { createCosmosUsageStore } = await import("./cosmos/usage-store.ts");
  const { createCosmosPublicationStore } = await import("./cosmos/publication-store.ts");
  const { createCosmosContentStore } = await import("./cosmos/content-store.ts");
  const { createCosmosSubscriptions } = await import("./cosmos/subscriptions.ts");
  const { createCosmosSharedBytes } = await import("./cosmos/shared-bytes.ts");
  const { sendUsage } = await import("./cosmos/send-usage.ts");
  const { retryAfterOf } = await import("./cosmos/failure.ts");

  const containers = await openCosmos(settings);
  const outbox = createOutbox(db);
  const send = sendUsage.bind(undefined, containers.usage);
  const flusher = startFlusher({ outbox, send, retryAfterOf, log });
  const { state: container, close } = containers;
  const count = (counters: readonly Counter[]) => whenFree(() => outbox.add(counters));
  const promised = createPromisedCounts(db);
  const state = createCosmosStateStore({ container, promised, count, countLeft, log, close });
  const usage = createCosmosUsageStore(containers.usage);
  return {
    // In the file may also be what was kept before Cosmos DB was configured.
    state: { ...state, purge: async (now) => (await localState.purge(now)) + (await state.purge(now)) },
    sending: { outboxLength: outbox.length, secondsSinceFlush: flusher.secondsSinceFlush },
    publications: createCosmosPublicationStore(containers.usage),
    content: createCosmosContentStore(containers.content),
    subscriptions: createCosmosSubscriptions(containers.usage),
    shared: createCosmosSharedBytes(containers.content),
    usage: { ...usage, purge: async (week) => (await localUsage.purge(week)) + (await usage.purge(week)) },
    async close(withinMs) {
      await flusher.close(withinMs);
      close();
      db.close();
    },
  };
}

function demoData(): AppError {
  return new AppError(
    "DEMO_DATA",
    "In de map met gegevens staat verzonnen gebruik. Dat mag niet tussen de echte cijfers in Cosmos DB komen.",
    "Kies met DATA_DIR een andere map, of haal COSMOS_ENDPOINT weg om de demo te bekijken.",
  );
}
