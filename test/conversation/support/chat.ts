import type { Content } from "../../../src/content/content.ts";
import type { ConversationState } from "../../../src/conversation/state.ts";
import { converse } from "../../../src/conversation/turn/converse.ts";
import type { Action, Event } from "../../../src/conversation/turn/event.ts";
import type { Reply, Turn } from "../../../src/conversation/turn/turn.ts";
import type { View } from "../../../src/conversation/views/view.ts";
import type { QuestionView } from "../../../src/conversation/views/walk-cards.ts";

/** A chat partner that remembers the state, as a store would. */
export class Chat {
  state: ConversationState | undefined;
  replies: Reply[] = [];
  /** What was counted in all turns so far, in order, as "metric value". */
  counts: string[] = [];
  content: Content;
  maySeeTrends = false;
  /** The trends that were asked for in the last turn. */
  trends: Turn["replies"] = [];
  monthly: Turn["monthly"];
  private walks = 0;

  constructor(content: Content) {
    this.content = content;
  }

  take(event: Event): this {
    this.walks += 1;
    const { maySeeTrends } = this;
    const turn = converse({
      maySeeTrends,
      state: this.state,
      event,
      content: this.content,
      newId: `ronde-${this.walks}`,
      now: new Date("2026-03-02T10:00:00Z"),
    });
    this.state = JSON.parse(JSON.stringify(turn.state));
    this.replies = turn.replies.flatMap((reply) => ("trends" in reply ? [] : [reply]));
    this.monthly = turn.monthly;
    this.trends = turn.replies.filter((reply) => "trends" in reply);
    this.counts.push(...turn.counts.map(({ metric, value }) => `${metric} ${value}`));
    return this;
  }
  type(text: string): this {
    return this.take({ type: "message", text });
  }
  click(action: Action): this {
    return this.take({ type: "action", action });
  }
  start(flow = "top3", phase?: string): this {
    return this.click({ verb: "start", flow, phase });
  }
  answer(question: string, chosen: string): this {
    return this.click({ verb: "answer", ...this.ref, question, chosen });
  }
  get ref(): { walk: string; version: string } {
    const view = this.view as QuestionView;
    return { walk: view.walk, version: view.version };
  }
  get view(): View {
    const views = this.replies.flatMap((reply) => ("view" in reply ? [reply.view] : []));
    return views.at(-1) as View;
  }
  get cards(): string[] {
    return this.replies.map((reply) => ("view" in reply ? `${reply.replace ? "=" : "+"}${reply.view.card}` : "text"));
  }
  get question(): string {
    return (this.view as QuestionView).question;
  }
  get notice(): string {
    return (this.view as QuestionView).notice;
  }
}
