import { z } from "zod";
import type { Content } from "../../content/content.ts";
import { type ConversationState, EMPTY_STATE } from "../../conversation/state.ts";
import { converse } from "../../conversation/turn/converse.ts";
import { actionSchema, type Event } from "../../conversation/turn/event.ts";
import type { Reply } from "../../conversation/turn/turn.ts";
import { AppError } from "../../errors.ts";
import { createRenderer, type Renderer } from "../../render/render-card.ts";

/** What somebody did in the chat to try, one after another. The server keeps none of it. */
const eventsSchema = z
  .array(z.union([z.object({ text: z.string().max(2000) }), z.object({ action: z.looseObject({ verb: z.string() }) })]))
  .max(200);

/** What the bot says to the last thing that was done. */
export interface Played {
  cards: object[];
  texts: string[];
  /** The first card takes the place of the one that was clicked. */
  replaces: boolean;
}

const renderers = new WeakMap<Content, Renderer>();

function rendererOf(content: Content): Renderer {
  const render = renderers.get(content) ?? createRenderer(content);
  renderers.set(content, render);
  return render;
}

/**
 * Plays a chat from its start, with the same engine as workers have, and gives the last answer of the bot. Nothing is
 * counted and nothing is kept.
 * @param typed JSON of what was done
 * @throws AppError BAD_TRY when it is anything else
 */
export function play(typed: string, content: Content, now: Date): Played {
  const stage = readEvents(typed).reduce((before, event) => take(before, event, content, now), NEW_STAGE);
  return shown(stage, content);
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
export function take({ state, walks }: Stage, event: Event, content: Content, now: Date): Stage {
  const newWalkId = `proef-${walks + 1}`;
  const turn = converse({ state, event, content, newWalkId, now, maySeeTrends: false });
  const replies = turn.replies.flatMap((reply) => ("trends" in reply ? [] : [reply]));
  return { state: turn.state, replies, walks: turn.state.walk?.id === newWalkId ? walks + 1 : walks };
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

function readEvents(typed: string): Event[] {
  const read = eventsSchema.safeParse(parseJson(typed));
  if (!read.success) throw new AppError("BAD_TRY", "Dit gesprek kan ik niet naspelen.", "Begin het gesprek opnieuw.");
  return read.data.map((event): Event => {
    if ("text" in event) return { type: "message", text: event.text };
    const action = actionSchema.safeParse(event.action);
    return action.success ? { type: "action", action: action.data } : { type: "unknown-action" };
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
