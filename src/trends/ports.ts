import type { Publication } from "./publication.ts";

/** Keeps what was published. Implementations live in `stores/` and pass the contract suite in `test/stores/`. */
export interface PublicationStore {
  /** All that is kept. */
  read(): Promise<Publication[]>;
  /** Keeps a publication and returns it; when there is one of its period already, that one stays and is returned. */
  add(publication: Publication): Promise<Publication>;
  /** Removes the publications of periods that end before `month`; returns how many. */
  purge(month: string): Promise<number>;
}

/** Where a message each month goes, and about what. */
export interface MonthlyReader {
  /** Of Teams, and the id of the chat there. */
  serviceUrl: string;
  conversation: string;
  /** Id of the person in the directory of the tenant: whoever loses the role gets no message. */
  userId: string | undefined;
  /** The choices of the card, as the query of an address. */
  query: string;
}

/** Somebody who asked for a message each month. */
export interface Subscription {
  /** The key of the conversation. */
  key: string;
  /** A {@link MonthlyReader}, sealed: without the secret nobody can read it. */
  address: string;
  /** The last month of which a message was sent, as `2026-02`. */
  sent: string;
}

/** Keeps who asked for a message each month. Implementations pass the contract suite in `test/stores/`. */
export interface Subscriptions {
  has(key: string): Promise<boolean>;
  read(): Promise<Subscription[]>;
  /** Keeps it in the place of what was there under its key. */
  put(subscription: Subscription, expiresAt: Date): Promise<void>;
  /**
   * Takes the message of a month for one process until a moment, and says whether it did: not when it was sent, nor while
   * another process has it.
   */
  claim(key: string, month: string, times: { now: Date; until: Date }): Promise<boolean>;
  /** The message of a month was sent. */
  settle(key: string, month: string, expiresAt: Date): Promise<void>;
  remove(key: string): Promise<void>;
  /** Removes what expired before `now`. */
  purge(now: Date): Promise<void>;
}
