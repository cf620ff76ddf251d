import type { Container } from "@azure/cosmos";
import type { CountLeft, StateStore } from "../../conversation/ports.ts";
import type { Log } from "../../log.ts";
import type { Counter } from "../../usage/count.ts";
import { parseRemembered, parseState } from "../parse-state.ts";
import type { PromisedCounts } from "../sqlite/promised-counts.ts";
import { type DocumentAddress, readDocument, removeDocument, writeDocument } from "./document.ts";
import { retryWithin } from "./retry.ts";
import { newWriteId, withWrite } from "./writes.ts";

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
  /** Ids of the last writes. By them a write knows itself again after its answer was lost, or its process was killed. */
  writes?: readonly string[];
}

type Expired = Pick<StateDocument, "value" | "expiresAt">;

export interface CosmosStateStoreOptions {
  container: Container;
  /** Takes the counters of a turn before its state is written, and counts them when it was. */
  promised: PromisedCounts;
  /** Takes the counters of a conversation that was left. */
  count: (counters: readonly Counter[]) => Promise<void>;
  countLeft?: CountLeft;
  log: Log;
  close: () => void;
}

/** After this time a write that is not found has not taken place: nobody is trying any more. */
const WRITE_OVER_MS = 60_000;

/**
 * Keeps conversation state in Cosmos DB, for any number of instances. A state and the counters of its turn are in two
 * places: the counters are promised before the write, and count when the state says that it took place. What a killed
 * process promised, the purge of the next one finds.
 */
export function createCosmosStateStore({
  container,
  promised,
  count,
  countLeft = () => [],
  log,
  close,
}: CosmosStateStoreOptions): StateStore {
  /** Whether a turn can be counted, as not on a full disk, is not the worker's trouble. */
  async function orLog(counting: () => Promise<void>): Promise<void> {
    try {
      await counting();
    } catch (error) {
      log.error("count-failed", { error });
    }
  }

  const leftOf = ({ value, expiresAt }: Expired): Counter[] => {
    const state = parseState(value);
    return state === undefined ? [] : countLeft(state, new Date(expiresAt));
  };

  /** Writes of this process that failed and may have taken place, by key. */
  const doubts = new Map<string, Set<string>>();

  /** Counts or forgets what processes that ended left open. */
  async function settlePromises(): Promise<void> {
    for (const { write, key, at } of await promised.open()) {
      const place = placeOf(container, key);
      const found = await retryWithin(CALL_WITHIN_MS, (signal) => readDocument<StateDocument>(place, signal));
      if (found?.writes?.includes(write)) await promised.keep(write);
      else if (Date.now() - at > WRITE_OVER_MS) await promised.drop(write);
    }
    const open = new Set((await promised.open()).map(({ write }) => write));
    for (const [key, doubted] of doubts) if (![...doubted].some((write) => open.has(write))) doubts.delete(key);
  }

  /** Counts those that the state turns out to have; after a write that it took, none of the others will come any more. */
  async function settleDoubts(key: string, version: string | undefined, isWritten: boolean): Promise<void> {
    const doubted = doubts.get(key) ?? new Set();
    const known = writesIn(version);
    for (const write of doubted) {
      if (!known.includes(write) && !isWritten) continue;
      await orLog(() => (known.includes(write) ? promised.keep(write) : promised.drop(write)));
      doubted.delete(write);
    }
    if (doubted.size === 0) doubts.delete(key);
  }

  return {
    async read(key, now) {
      const place = placeOf(container, key);
      const found = await retryWithin(CALL_WITHIN_MS, (signal) => readDocument<StateDocument>(place, signal));
      if (found === undefined || found.expiresAt <= now.getTime()) return undefined;
      const state = parseState(found.value);
      if (state !== undefined) return { state, etag: versionOf(found) };
      // What nobody can read would otherwise stand in the way of a new start until it expires.
      await retryWithin(CALL_WITHIN_MS, (signal) => removeDocument(place, found._etag, signal));
      return undefined;
    },
    async write(key, state, { etag, now, expiresAt, counters }) {
      const ttl = TTL_AFTER_EXPIRY_S + Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / 1000));
      const value = JSON.stringify(state);
      const write = newWriteId();
      const document = { id: key, value, expiresAt: expiresAt.getTime(), ttl, writes: [write] };
      const promise = (more: readonly Counter[]) => orLog(() => promised.promise({ write, key }, more));
      let left: Promise<void> | undefined;
      const onReplacing = (expired: Expired) => {
        // The write can be tried again, and what it replaces counts once.
        left ??= promise(leftOf(expired));
        return left;
      };
      await settleDoubts(key, etag, false);
      await promise(counters);
      const written = await retryWithin(CALL_WITHIN_MS, (signal) =>
        writeState(container, document, { write, version: etag, now, signal, onReplacing }),
      ).catch((error) => {
        doubts.set(key, (doubts.get(key) ?? new Set()).add(write));
        throw error;
      });
      if (written) await settleDoubts(key, etag, true);
      await orLog(() => (written ? promised.keep(write) : promised.drop(write)));
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
    async purge(now) {
      await settlePromises();
      return purge(container, now, (expired) => orLog(() => count(leftOf(expired))));
    },
    async close() {
      close();
    },
  };
}

interface Writing {
  write: string;
  /** The version that it replaces; undefined: none, or an expired one. */
  version: string | undefined;
  now: Date;
  signal: AbortSignal;
  onReplacing(expired: Expired): Promise<void>;
}

/** Returns whether the document is there as written: now, or by an earlier try whose answer was lost. */
async function writeState(container: Container, document: StateDocument, writing: Writing): Promise<boolean> {
  const { write, version, now, signal, onReplacing } = writing;
  const place = placeOf(container, document.id);
  const [etag] = version?.split(" ") ?? [];
  const next = { ...document, writes: withWrite(writesIn(version), write) };
  if (await writeDocument(place, next, etag, signal)) return true;
  const found = await readDocument<StateDocument>(place, signal);
  if (found?.writes?.includes(write)) return true;
  const isFree = version === undefined && found !== undefined && found.expiresAt <= now.getTime();
  if (!isFree) return false;
  await onReplacing(found);
  return writeState(container, document, { ...writing, version: versionOf(found) });
}

/** What Cosmos DB calls this version, and the writes that the next one has to remember. Neither has a space in it. */
function versionOf({ _etag, writes = [] }: { _etag: string; writes?: readonly string[] }): string {
  return [_etag, ...writes].join(" ");
}

function writesIn(version: string | undefined): string[] {
  return version?.split(" ").slice(1) ?? [];
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
