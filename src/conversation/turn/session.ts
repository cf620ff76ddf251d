import type { Content } from "../../content/content.ts";
import type { Filters } from "../../trends/filters.ts";
import type { Count, Metric } from "../../usage/count.ts";
import { type ConversationState, EMPTY_STATE, type Walk, withTaken } from "../state.ts";
import { type SentenceKey, sentence } from "../views/sentence.ts";
import type { View } from "../views/view.ts";
import { fitWalk, type OpenWalk, openWalk } from "../walk/open-walk.ts";
import type { MonthlyRequest, Turn, TurnInput } from "./turn.ts";

/** One turn while it is being worked out: the state as it becomes, and what was said so far. */
export class Session {
  readonly content: Content;
  readonly newId: string;
  readonly now: Date;
  state: ConversationState;
  readonly maySeeTrends: boolean;
  private readonly said: Turn["replies"] = [];
  private readonly counts: Count[] = [];
  private monthly: MonthlyRequest | undefined;
  private pending: string;
  /** Whether a card was clicked that is still as it was. */
  private isClicked: boolean;
  private replayed: { walk: Walk; open: OpenWalk | undefined } | undefined;

  /** Makes what is kept fit the content of now; what had to be dropped is told with the next card. */
  constructor({ state, event, content, newId, now, maySeeTrends }: TurnInput) {
    this.content = content;
    this.newId = newId;
    this.now = now;
    this.maySeeTrends = maySeeTrends;
    this.state = state ?? EMPTY_STATE;
    this.pending = "";
    this.isClicked = event.type === "action" || event.type === "unknown-action";
    if (this.state.walk) this.fit(this.state.walk);
  }

  /** The walk that is kept, replayed; undefined when there is none. */
  get open(): OpenWalk | undefined {
    const { walk } = this.state;
    if (!walk) return undefined;
    // A walk is never changed in place, so the same one is replayed once per turn.
    if (this.replayed?.walk !== walk) this.replayed = { walk, open: openWalk(this.content, walk) };
    return this.replayed.open;
  }

  /** Whether a walk is open that has no result yet. */
  get isWalking(): boolean {
    return this.open?.position.current !== undefined;
  }

  /** Shows a card: the first one takes the place of the card that was clicked, each other one is new. */
  say(view: View): void {
    this.said.push({ view, replace: this.takePlace() });
  }

  /** Shows the trends card likewise. */
  sayTrends(trends: Filters): void {
    this.said.push({ trends, replace: this.takePlace() });
  }

  setMonthly(monthly: MonthlyRequest): void {
    this.monthly = monthly;
  }

  /** Sends a line of text; for a click there must be a card before it. */
  sayText(text: string): void {
    this.said.push({ text });
  }

  keepWalk(walk: Walk): void {
    this.state = { ...this.state, walk };
  }

  /** Deletes the answers; returns whether there were any. */
  dropWalk(): boolean {
    const { walk, ...rest } = this.state;
    this.state = rest;
    return walk !== undefined;
  }

  count(metric: Metric, value: string): void {
    this.counts.push({ metric, value });
  }

  /** Counts at most once in the open walk, which there must be; returns whether it did. */
  countOnce(metric: Metric, value: string): boolean {
    const { walk } = this.state;
    const key = `${metric} ${value}`;
    if (!walk || walk.counted.includes(key)) return false;
    this.keepWalk({ ...walk, counted: [...walk.counted, key] });
    this.count(metric, value);
    return true;
  }

  /**
   * Whether a card tells something for the first time. It can be told twice, as Teams brings the old card back.
   * @param card its id; absent on a card without one
   */
  isFirstOf(card: string | undefined): boolean {
    if (card === undefined) return true;
    if (this.state.taken?.includes(card)) return false;
    this.state = withTaken(this.state, card);
    return true;
  }

  /** The notice for the next card, together with what was dropped on the way in. */
  notice(key?: SentenceKey, values?: Record<string, string>): string {
    const lines = [this.pending, key ? sentence(this.content, key, values) : ""];
    this.pending = "";
    return lines.filter(Boolean).join(" ");
  }

  /** The turn, in which nothing that had to be told is lost: a card without room for it is followed by a line. */
  get turn(): Turn {
    const replies = this.pending ? withNotice(this.said, this.pending) : this.said;
    return { state: this.state, replies, counts: this.counts, ...(this.monthly && { monthly: this.monthly }) };
  }

  private takePlace(): boolean {
    const isFirst = this.isClicked;
    this.isClicked = false;
    return isFirst;
  }

  private fit(walk: Walk): void {
    const flow = this.content.flows.get(walk.flow);
    if (!flow) {
      this.dropWalk();
      this.pending = sentence(this.content, "notice.flow-gone");
      return;
    }
    const fitted = fitWalk(walk, flow);
    this.keepWalk(fitted.walk);
    if (fitted.dropped) this.pending = sentence(this.content, "notice.answers-dropped");
  }
}

/** Tells it on the first card with a place for notices, else in a line below. */
function withNotice(replies: Turn["replies"], told: string): Turn["replies"] {
  const place = replies.findIndex((reply) => "view" in reply && "notice" in reply.view);
  if (place < 0) return [...replies, { text: told }];
  return replies.map((reply, index) => (index === place ? noticed(reply, told) : reply));
}

function noticed(reply: Turn["replies"][number], told: string): Turn["replies"][number] {
  if (!("view" in reply && "notice" in reply.view)) return reply;
  return { ...reply, view: { ...reply.view, notice: [told, reply.view.notice].filter(Boolean).join(" ") } };
}
