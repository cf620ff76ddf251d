import type { Container } from "@azure/cosmos";
import type { Subscription, Subscriptions } from "../../trends/ports.ts";
import { type DocumentAddress, readDocument, removeDocument, writeDocument } from "./document.ts";
import { retryWithin } from "./retry.ts";

const CALL_WITHIN_MS = 6_000;

const READ = "SELECT c.id, c.address, c.sent, c.claimedUntil, c.expiresAt FROM c WHERE c.region = @partition";

/**
 * Kept with the usage, which no time to live deletes, in a partition of their own: no region has this id, and no week
 * begins with a letter, so that what reads or purges weeks never sees them.
 */
const PARTITION = "maandbericht";
const ID = "maandbericht-";

interface SubscriptionDocument extends Omit<Subscription, "key"> {
  /** {@link ID} and the key. */
  id: string;
  region: typeof PARTITION;
  /** Milliseconds since 1970. */
  claimedUntil: number;
  expiresAt: number;
}

/** Who asked for a message each month, for all instances. */
export function createCosmosSubscriptions(container: Container): Subscriptions {
  const placeOf = (key: string): DocumentAddress => ({ container, id: ID + key, partition: PARTITION });
  const read = (key: string) =>
    retryWithin(CALL_WITHIN_MS, (signal) => readDocument<SubscriptionDocument>(placeOf(key), signal));

  async function readAll(): Promise<SubscriptionDocument[]> {
    const parameters = [{ name: "@partition", value: PARTITION }];
    const { resources } = await retryWithin(CALL_WITHIN_MS, (abortSignal) =>
      container.items
        .query<SubscriptionDocument>({ query: READ, parameters }, { partitionKey: PARTITION, abortSignal })
        .fetchAll(),
    );
    return resources;
  }

  async function remove(key: string): Promise<void> {
    await retryWithin(CALL_WITHIN_MS, (signal) => removeDocument(placeOf(key), undefined, signal));
  }

  return {
    has: async (key) => (await read(key)) !== undefined,
    async read() {
      return (await readAll()).map(({ id, address, sent }) => ({ key: id.slice(ID.length), address, sent }));
    },
    async put({ key, ...subscription }, expiresAt) {
      const place = { id: ID + key, region: PARTITION } as const;
      const document = { ...place, ...subscription, claimedUntil: 0, expiresAt: expiresAt.getTime() };
      await retryWithin(CALL_WITHIN_MS, (abortSignal) => container.items.upsert(document, { abortSignal }));
    },
    async claim(key, month, { now, until }) {
      const found = await read(key);
      if (!found || found.sent >= month || found.claimedUntil > now.getTime()) return false;
      const document = { ...plain(found), claimedUntil: until.getTime() };
      // Not tried again: the answer to a write that was lost would look like that of another instance.
      return writeDocument(placeOf(key), document, found._etag, AbortSignal.timeout(CALL_WITHIN_MS));
    },
    async settle(key, month, expiresAt) {
      const found = await read(key);
      if (!found) return;
      const document = { ...plain(found), sent: month, claimedUntil: 0, expiresAt: expiresAt.getTime() };
      await retryWithin(CALL_WITHIN_MS, (signal) => writeDocument(placeOf(key), document, found._etag, signal));
    },
    remove,
    async purge(now) {
      const expired = (await readAll()).filter(({ expiresAt }) => expiresAt <= now.getTime());
      for (const { id } of expired) await remove(id.slice(ID.length));
    },
  };
}

/** Without what Cosmos DB adds. */
function plain({ id, region, address, sent, claimedUntil, expiresAt }: SubscriptionDocument): SubscriptionDocument {
  return { id, region, address, sent, claimedUntil, expiresAt };
}
