import type { Content } from "../../content/content.ts";
import { AppError } from "../../errors.ts";
import type { Filters } from "../../trends/filters.ts";
import { toCounters } from "../../usage/to-counters.ts";
import type { StateStore } from "../ports.ts";
import { type ConversationState, EMPTY_STATE, REMEMBER_DAYS, STATE_TTL_HOURS, withTaken } from "../state.ts";
import type { TrendsView } from "../views/view.ts";
import type { DangerNowView } from "../views/walk-cards.ts";
import { converse } from "./converse.ts";
import type { Event } from "./event.ts";
import type { MonthlyRequest, Reply, Turn } from "./turn.ts";

/** How often a turn starts over when another turn of the same conversation was first. */
const MAX_TRIES = 5;

/** This conversation was served with a newer version of the content before. */
export class NewerContentSeen extends Error {
  readonly number: number;

  constructor(number: number) {
    super(`version ${number} of the content was seen`);
    this.number = number;
  }
}

export interface TakeTurn {
  store: StateStore;
  content: Content;
  /** The number of the published version that `content` is of; absent when it comes from files. */
  contentNumber?: number | undefined;
  /** Turns down to take the turn when this conversation saw a newer version before, on another instance. */
  refusesNewer?: boolean | undefined;
  /** HMAC of the conversation id. */
  key: string;
  event: Event;
  now: Date;
  newId: string;
  /** Code of a typed message, the same when it is delivered again, from which nothing can be told. Absent: never again. */
  messageCode?: string | undefined;
  /** Told as soon as the 112 card is certain to come, before the state is written: that may fail. */
  onDanger?(view: DangerNowView): void;
  /** The region of everybody, when it is set; one that the content does not have is not used. */
  region?: string | undefined;
  /** Whether this user may see the trends. */
  maySeeTrends: boolean;
  /** The trends card; asked for only when this user may see it. */
  showTrends(filters: Filters): Promise<TrendsView>;
  /** Turns the monthly message on or off; asked for only when this user may see the trends. */
  setMonthly(request: MonthlyRequest): Promise<void>;
}

/**
 * Takes one turn on the kept state. The state is written before anything is said, so that what a
 * card shows is never ahead of what is kept; an unchanged state is still written, to renew its 12 hours.
 * A typed message that was taken before says and counts nothing.
 * @throws AppError STATE_BUSY when the state kept changing under our hands
 * @throws NewerContentSeen before anything is done, when that is asked for
 */
export async function takeTurn(options: TakeTurn): Promise<Reply[]> {
  const { store, content, key, event, now, newId, maySeeTrends, messageCode } = options;
  const expiresAt = new Date(now.getTime() + STATE_TTL_HOURS * 3_600_000);
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const stored = await store.read(key, now);
    if (messageCode && stored?.state.taken?.includes(messageCode)) return [];
    const seen = stored?.state.seen ?? 0;
    if (options.refusesNewer && seen > (options.contentNumber ?? seen)) throw new NewerContentSeen(seen);
    const before = stored?.state ?? (await newState(options));
    const { state, replies, counts, monthly } = converse({
      state: before,
      event,
      content,
      newId,
      now,
      maySeeTrends,
    });
    const danger = dangerAmong(replies);
    if (danger) options.onDanger?.(danger);
    const counters = toCounters(counts, state.region, now);
    const next = withSeen(messageCode ? withTaken(state, messageCode) : state, options.contentNumber);
    if (await store.write(key, next, { etag: stored?.etag, now, expiresAt, counters })) {
      if (stored === undefined || state.region !== before.region) await rememberRegion(state, options);
      if (monthly) await options.setMonthly(monthly);
      return complete(replies, options);
    }
  }
  throw new AppError("STATE_BUSY", "Er kwamen te veel berichten tegelijk.", "Probeer het nog een keer.");
}

/** A conversation begins with what is remembered of it; a region that is set for everybody is asked of nobody. */
async function newState({ store, key, now, content, region }: TakeTurn): Promise<ConversationState> {
  const remembered = await store.recall(key, now).catch(() => undefined);
  const known = [remembered?.region, region].find((id) => id !== undefined && content.regions.has(id));
  return { ...EMPTY_STATE, ...(known && { region: known }), ...(remembered && { regionAsked: true }) };
}

/** Without it the turn is as good, and the region is asked again: so a store that fails here stops nothing. */
async function rememberRegion({ region }: ConversationState, { store, key, now }: TakeTurn): Promise<void> {
  const expiresAt = new Date(now.getTime() + REMEMBER_DAYS * 86_400_000);
  await store.remember(key, region === undefined ? {} : { region }, expiresAt).catch(() => undefined);
}

function withSeen(state: ConversationState, number: number | undefined): ConversationState {
  return number !== undefined && number > (state.seen ?? 0) ? { ...state, seen: number } : state;
}

function dangerAmong(replies: Turn["replies"]): DangerNowView | undefined {
  const views = replies.map((reply) => ("view" in reply ? reply.view : undefined));
  return views.find((view) => view?.card === "danger-now");
}

function complete(replies: Turn["replies"], { showTrends }: TakeTurn): Promise<Reply[]> {
  return Promise.all(
    replies.map(async (reply) =>
      "trends" in reply ? { view: await showTrends(reply.trends), replace: reply.replace } : reply,
    ),
  );
}
