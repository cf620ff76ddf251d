import { randomUUID } from "node:crypto";
import type { Container } from "@azure/cosmos";
import type { CountLeft, StateStore } from "../../conversation/ports.ts";
import type { Log } from "../../log.ts";
import type { Counter } from "../../usage/count.ts";
import { parseRemembered, parseState } from "../parse-state.ts";
import { type DocumentAddress, readDocument, removeDocument, writeDocument } from "./document.ts";
import { retryWithin } from "./retry.ts";

/** One call of a store, with all its tries. Teams waits 15 seconds for a turn, which reads and writes. */
const CALL_WITHIN_MS = 6_000;

/**
 * Cosmos DB removes a document by itself this long after it expired, in case no instance runs. Nobody can read it by then;
 * the purge, every ten minutes, comes first and counts what was left.
 */
const TTL_AFTER_EXPIRY_S = 3600;

const EXPIRED = "SELECT c.id, c._etag, c['value'], c.expiresAt FROM c WHERE c.expiresAt <= @now";

interface StateDocument {
  /** HMAC of the conversation id. */
  id: string;
  /** The state as JSON: as text it comes back unchanged, whatever is in it. */
  value: string;
  /** Milliseconds since 1970. Cosmos DB may remove a document later than its `ttl`, or not when TTL is turned off. */
  expiresAt: number;
  /** Seconds after the write. */
  ttl: number;
  /** Random. By it a write knows itself again after its answer was lost. */
  writeId: string;
}

type Expired = Pick<StateDocument, "value" | "expiresAt">;

export interface CosmosStateStoreOptions {
  container: Container;
  /** Takes the counters of a turn, after its state was written. */
  count: (counters: readonly Counter[]) => Promise<void>;
  countLeft?: CountLeft;
  log: Log;
  close: () => void;
}

/**
 * Keeps conversation state in Cosmos DB, for any number of instances. A state and the counters of its turn are in two
 * places: when the process ends between the two writes, the turn is kept and not counted.
 */
export function createCosmosStateStore({
  container,
  count,
  countLeft = () => [],
  log,
  close,
}: CosmosStateStoreOptions): StateStore {
  /** The turn was taken: that it cannot be counted, as on a full disk, is not the worker's trouble. */
  async function countOrLog(counters: readonly Counter[]): Promise<void> {
    try {
      await count(counters);
    } catch (error) {
      log.error("count-failed", { error });
    }
  }

  const countExpired = async ({ value, expiresAt }: Expired): Promise<void> => {
    const state = parseState(value);
    if (state !== undefined) await countOrLog(countLeft(state, new Date(expiresAt)));
  };

  return {
    async read(key, now) {
      const place = placeOf(container, key);
      const found = await retryWithin(CALL_WITHIN_MS, (signal) => readDocument<StateDocument>(place, signal));
      if (found === undefined || found.expiresAt <= now.getTime()) return undefined;
      const state = parseState(found.value);
      if (state !== undefined) return { state, etag: found._etag };
      // What nobody can read would otherwise stand in the way of a new start until it expires.
      await retryWithin(CALL_WITHIN_MS, (signal) => removeDocument(place, found._etag, signal));
      return undefined;
    },
    async write(key, state, { etag, now, expiresAt, counters }) {
      const ttl = TTL_AFTER_EXPIRY_S + Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / 1000));
      const value = JSON.stringify(state);
      const document = { id: key, value, expiresAt: expiresAt.getTime(), ttl, writeId: randomUUID() };
      const written = await retryWithin(CALL_WITHIN_MS, (signal) =>
        writeState(container, document, { etag, now, signal, onReplaced: countExpired }),
      );
      if (written) await countOrLog(counters);
      return written;
    },
    async recall(key, now) {
      const place = placeOf(container, rememberedId(key));
      const found = await retryWithin(CALL_WITHIN_MS, (signal) => readDocument<StateDocument>(place, signal));
      return found === undefined || found.expiresAt <= now.getTime() ? undefined : parseRemembered(found.value);
    },
    async remember(key, remembered, expiresAt) {
      const ttl = Math.max(1, Math.ceil((expiresAt.getTime() - Date.now()) / 1000));
      const value = JSON.stringify(remembered);
      const document = { id: rememberedId(key), value, expiresAt: expiresAt.getTime(), ttl };
      await retryWithin(CALL_WITHIN_MS, (abortSignal) => container.items.upsert(document, { abortSignal }));
    },
    async remove(key) {
      for (const id of [key, rememberedId(key)]) {
        await retryWithin(CALL_WITHIN_MS, (signal) => removeDocument(placeOf(container, id), undefined, signal));
      }
    },
    purge: (now) => purge(container, now, countExpired),
    async close() {
      close();
    },
  };
}

/** Returns whether the document is there as written: now, or by an earlier try whose answer was lost. */
async function writeState(
  container: Container,
  document: StateDocument,
  options: { etag: string | undefined; now: Date; signal: AbortSignal; onReplaced(expired: Expired): Promise<void> },
): Promise<boolean> {
  const { etag, now, signal, onReplaced } = options;
  const place = placeOf(container, document.id);
  if (await writeDocument(place, document, etag, signal)) return true;
  const found = await readDocument<StateDocument>(place, signal);
  if (found?.writeId === document.writeId) return true;
  const isFree = etag === undefined && found !== undefined && found.expiresAt <= now.getTime();
  if (!isFree || !(await writeState(container, document, { ...options, etag: found._etag }))) return false;
  await onReplaced(found);
  return true;
}

/** Cosmos DB does this by itself; what it has not come to yet, or leaves because TTL was turned off, goes here. */
async function purge(container: Container, now: Date, onRemoved: (expired: Expired) => Promise<void>): Promise<number> {
  const parameters = [{ name: "@now", value: now.getTime() }];
  const { resources } = await retryWithin(CALL_WITHIN_MS, (abortSignal) =>
    container.items
      .query<Expired & { id: string; _etag: string }>({ query: EXPIRED, parameters }, { abortSignal })
      .fetchAll(),
  );
  let removed = 0;
  for (const expired of resources) {
    const place = placeOf(container, expired.id);
    if (!(await retryWithin(CALL_WITHIN_MS, (signal) => removeDocument(place, expired._etag, signal)))) continue;
    removed += 1;
    await onRemoved(expired);
  }
  return removed;
}

/** A document of its own, next to the state: a key is 43 characters and has no full stop. */
function rememberedId(key: string): string {
  return `${key}.onthouden`;
}

function placeOf(container: Container, key: string): DocumentAddress {
  return { container, id: key, partition: key };
}
