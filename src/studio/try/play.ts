import { z } from "zod";
import type { Content } from "../../content/content.ts";
import { type ConversationState, EMPTY_STATE } from "../../conversation/state.ts";
import { converse } from "../../conversation/turn/converse.ts";
import { type Action, actionSchema, type Event } from "../../conversation/turn/event.ts";
import type { Reply } from "../../conversation/turn/turn.ts";
import type { QuestionView } from "../../conversation/views/walk-cards.ts";
import { AppError } from "../../errors.ts";
import { rendererOf } from "../../render/render-card.ts";
import type { Way } from "./way-to.ts";

const id = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** What somebody did in the chat to try, one after another. The server keeps none of it. */
const eventsSchema = z
  .array(
    z.union([
      z.object({ text: z.string().max(2000) }),
      z.object({ action: z.looseObject({ verb: z.string() }) }),
      // As if these answers were given.
      z.object({ way: z.object({ flow: id, phase: id.optional(), answers: z.record(id, z.array(id).max(50)) }) }),
    ]),
  )
  .max(200);

/** What the bot says to the last thing that was done. */
export interface Played {
  cards: object[];
  texts: string[];
  /** The first card takes the place of the one that was clicked. */
  replaces: boolean;
}

/**
 * Plays a chat from its start, with the same engine as workers have, and gives the last answer of the bot. Nothing is
 * counted and nothing is kept.
 * @param typed JSON of what was done
 * @throws AppError BAD_TRY when it is anything else
 */
export function play(typed: string, content: Content, now: Date): Played {
  return shown(replay(typed, content, now), content);
}

/**
 * A chat as far as it is.
 * @throws AppError BAD_TRY when `typed` is not the JSON of one
 */
export function replay(typed: string, content: Content, now: Date): Stage {
  return readEvents(typed).reduce((stage, done) => {
    if ("way" in done) return goAlong(done.way, stage, content, now);
    return take(stage, toEvent(done), content, now);
  }, NEW_STAGE);
}

/** Gives the answers of a way, as far as they fit, and shows the question that comes then. */
export function goAlong({ flow, phase, answers }: Way, from: Stage, content: Content, now: Date): Stage {
  const act = (stage: Stage, action: Action) => take(stage, { type: "action", action }, content, now);
  let stage = act(from, { verb: "start", flow, phase, again: true });
  for (const [question, chosen] of Object.entries(answers)) {
    const { walk } = stage.state;
    if (walk)
      stage = act(stage, { verb: "answer", walk: walk.id, version: walk.version, question, chosen: chosen.join() });
  }
  const { walk } = stage.state;
  if (!walk || askedIn(stage)) return stage;
  return act(stage, { verb: "continue", walk: walk.id, version: walk.version });
}

/** The question on the cards that came last. */
export function askedIn({ replies }: Stage): QuestionView | undefined {
  const views = replies.flatMap((reply) => ("view" in reply ? [reply.view] : []));
  return views.find((view) => view.card === "question");
}

/** How far a chat is. */
export interface Stage {
  state: ConversationState;
  replies: Reply[];
  walks: number;
}

/** A worker who knows the bot. */
export const NEW_STAGE: Stage = { state: { ...EMPTY_STATE, greeted: true }, replies: [], walks: 0 };

/** One turn further. */
function take({ state, walks }: Stage, event: Event, content: Content, now: Date): Stage {
  const newId = `proef-${walks + 1}`;
  const turn = converse({ state, event, content, newId, now, maySeeTrends: false });
  const replies = turn.replies.flatMap((reply) => ("trends" in reply ? [] : [reply]));
  return { state: turn.state, replies, walks: turn.state.walk?.id === newId ? walks + 1 : walks };
}

/** What the bot said last, as a client draws it. */
function shown({ replies }: Stage, content: Content): Played {
  const render = rendererOf(content);
  return {
    cards: replies.flatMap((reply) => ("view" in reply ? [render(reply.view)] : [])),
    texts: replies.flatMap((reply) => ("text" in reply ? [reply.text] : [])),
    replaces: replies.some((reply) => "view" in reply && reply.replace),
  };
}

/** One thing that was done in a chat, or answers as if they were given. */
export type Done = z.infer<typeof eventsSchema>[number];

/** @throws AppError BAD_TRY when it is not the JSON of what was done in a chat */
export function readEvents(typed: string): Done[] {
  const read = eventsSchema.safeParse(parseJson(typed));
  if (!read.success) throw new AppError("BAD_TRY", "Dit gesprek kan ik niet naspelen.", "Begin het gesprek opnieuw.");
  return read.data;
}

export function toEvent(done: Exclude<Done, { way: unknown }>): Event {
  if ("text" in done) return { type: "message", text: done.text };
  const action = actionSchema.safeParse(done.action);
  return action.success ? { type: "action", action: action.data } : { type: "unknown-action" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
