import type { MonthlyReader, Subscription, Subscriptions } from "./ports.ts";

const DAY_MS = 86_400_000;

/** Whoever could not be reached for so long is forgotten: three messages. */
const KEPT_DAYS = 100;

/** For so long one process has a message to itself. When it ends meanwhile, another one sends it later. */
const CLAIM_MS = 10 * 60_000;

/** The same text comes out of `open` as went into `seal`; undefined when it was sealed under another secret. */
export interface Seal {
  seal(text: string): string;
  open(sealed: string): string | undefined;
}

export interface MonthlyOptions {
  store: Subscriptions;
  seal: Seal;
  /** The last month that is published by now, as `2026-02`. */
  lastMonth(): Promise<string>;
  maySeeTrends(userId: string | undefined): boolean;
  /** Told of a message that could not be sent; it is tried again. */
  onFailure(error: unknown): void;
  now(): Date;
}

export type SendMonthly = (reader: MonthlyReader) => Promise<void>;

/** The trends as a message each month, to who asked for it in the chat. */
export interface Monthly {
  isOn(key: string): Promise<boolean>;
  /** From the next month that is published on. */
  start(key: string, reader: MonthlyReader): Promise<void>;
  stop(key: string): Promise<void>;
  /**
   * Sends what is due and was not sent, by any process; returns how many messages that were.
   * @param send throws when a message did not arrive, as far as is known
   */
  sendDue(send: SendMonthly): Promise<number>;
}

export function createMonthly(options: MonthlyOptions): Monthly {
  const { store, seal, lastMonth, maySeeTrends, onFailure, now } = options;
  const failed = (error: unknown) => {
    onFailure(error);
    return false;
  };
  const expiry = () => new Date(now().getTime() + KEPT_DAYS * DAY_MS);

  /** Returns whether it was sent. Who may no longer see the trends gets nothing, and is forgotten. */
  async function sendTo({ key, address }: Subscription, month: string, send: SendMonthly): Promise<boolean> {
    const until = new Date(now().getTime() + CLAIM_MS);
    if (!(await store.claim(key, month, { now: now(), until }))) return false;
    const reader = readerIn(seal.open(address));
    if (!reader || !maySeeTrends(reader.userId)) {
      await store.remove(key);
      return false;
    }
    await send(reader);
    await store.settle(key, month, expiry());
    return true;
  }

  return {
    isOn: (key) => store.has(key),
    async start(key, reader) {
      await store.put({ key, address: seal.seal(JSON.stringify(reader)), sent: await lastMonth() }, expiry());
    },
    stop: (key) => store.remove(key),
    async sendDue(send) {
      await store.purge(now());
      const subscriptions = await store.read();
      if (subscriptions.length === 0) return 0;
      const month = await lastMonth();
      let count = 0;
      for (const subscription of subscriptions) {
        if (subscription.sent >= month) continue;
        // Of one that fails the others must not suffer.
        if (await sendTo(subscription, month, send).catch(failed)) count += 1;
      }
      return count;
    },
  };
}

function readerIn(json: string | undefined): MonthlyReader | undefined {
  return json === undefined ? undefined : (JSON.parse(json) as MonthlyReader);
}
