import type { Content } from "../content/content.ts";
import { AppError } from "../errors.ts";
import { toCounters } from "../usage/to-counters.ts";
import type { Filters } from "../usage/trends/filters.ts";
import { converse } from "./converse.ts";
import type { Event } from "./event.ts";
import type { StateStore } from "./ports.ts";
import { STATE_TTL_HOURS } from "./state.ts";
import type { Reply, Turn } from "./turn.ts";
import type { TrendsView } from "./view.ts";

/** How often a turn starts over when another turn of the same conversation was first. */
const MAX_TRIES = 5;

export interface TakeTurn {
  store: StateStore;
  content: Content;
  /** HMAC of the conversation id. */
  key: string;
  event: Event;
  now: Date;
  newWalkId: string;
  /** Whether this user may see the trends. */
  maySeeTrends: boolean;
  /** The trends card; asked for only when this user may see it. */
  showTrends(filters: Filters): Promise<TrendsView>;
}

/**
 * Takes one turn on the kept state. The state is written before anything is said, so that what a
 * card shows is never ahead of what is kept; an unchanged state is still written, to renew its 12 hours.
 * @throws AppError STATE_BUSY when the state kept changing under our hands
 */
export async function takeTurn(options: TakeTurn): Promise<Reply[]> {
  const { store, content, key, event, now, newWalkId, maySeeTrends } = options;
  const expiresAt = new Date(now.getTime() + STATE_TTL_HOURS * 3_600_000);
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const stored = await store.read(key, now);
    const { state, replies, counts } = converse({ state: stored?.state, event, content, newWalkId, maySeeTrends });
    const counters = toCounters(counts, state.region, now);
    if (await store.write(key, state, { etag: stored?.etag, now, expiresAt, counters }))
      return complete(replies, options);
  }
  throw new AppError("STATE_BUSY", "Er kwamen te veel berichten tegelijk.", "Probeer het nog een keer.");
}

function complete(replies: Turn["replies"], { showTrends }: TakeTurn): Promise<Reply[]> {
  return Promise.all(
    replies.map(async (reply) =>
      "trends" in reply ? { view: await showTrends(reply.trends), replace: reply.replace } : reply,
    ),
  );
}
