import { z } from "zod";
import { TOPICS } from "../../content/schema/article.ts";
import { REACTIONS, USEFUL } from "../../content/schema/reaction.ts";

const id = z.string().regex(/^[a-z0-9-]{1,64}$/);
const page = z.int().min(1).max(20).optional();
const walk = z.object({ walk: id, version: z.string().max(32) });

/**
 * What a button carries. `verb` is the Action.Execute verb; the rest is its `data`.
 * Unknown keys are ignored, because Teams adds its own.
 */
export const actionSchema = z.discriminatedUnion("verb", [
  z.object({
    verb: z.literal("start"),
    flow: id,
    phase: id.optional(),
    again: z.boolean().optional(),
    card: id.optional(),
  }),
  z.object({
    verb: z.literal("show"),
    show: z.enum(["menu", "phases", "help", "privacy", "region"]),
    card: id.optional(),
  }),
  walk.extend({
    verb: z.literal("answer"),
    question: id,
    /** A single answer from a button. */
    option: id.optional(),
    /** Several answers from a choice set: ids joined with commas, as Adaptive Cards sends them. */
    chosen: z.string().max(2000).optional(),
    /** The places of a ranking. */
    first: z.string().max(64).optional(),
    second: z.string().max(64).optional(),
    third: z.string().max(64).optional(),
  }),
  walk.extend({ verb: z.literal("back"), question: id }),
  /** The rest of the phase of this question. */
  walk.extend({ verb: z.literal("skip-phase"), question: id }),
  /** Explains a term of a question, or an advice of a suggestion; that card stays. */
  walk.extend({ verb: z.literal("explain"), article: id, signal: id.optional() }),
  z.object({ verb: z.literal("article"), article: id }),
  /** `missed`: a question about it got no answer. `turn`: in which the card was made, that counts once. */
  z.object({ verb: z.literal("topic"), topic: z.enum(TOPICS), missed: z.boolean().optional(), turn: id.optional() }),
  /** A question got no answer, and was about none of the topics. */
  z.object({ verb: z.literal("missed"), turn: id.optional() }),
  z.object({ verb: z.literal("helped"), article: id, helped: z.enum(USEFUL), turn: id.optional() }),
  walk.extend({ verb: z.literal("continue") }),
  /** To call first: the walk waits. */
  walk.extend({ verb: z.literal("pause") }),
  /** The outcome so far. */
  walk.extend({ verb: z.literal("outcome"), page }),
  /** One suggestion of the outcome. */
  walk.extend({ verb: z.literal("suggestion"), signal: id }),
  walk.extend({ verb: z.literal("find-out") }),
  walk.extend({ verb: z.literal("answers"), page }),
  /** Takes back the answer to one question; the others stay. */
  walk.extend({ verb: z.literal("change"), question: id }),
  walk.extend({ verb: z.literal("refresh") }),
  walk.extend({
    verb: z.literal("react"),
    signal: id,
    reaction: z.enum(REACTIONS),
  }),
  walk.extend({ verb: z.literal("useful"), useful: z.enum(USEFUL) }),
  walk.extend({ verb: z.literal("summary") }),
  walk.extend({ verb: z.literal("finish"), sure: z.boolean().optional() }),
  z.object({ verb: z.literal("stop"), walk: id.optional(), sure: z.boolean().optional() }),
  z.object({ verb: z.literal("resume"), card: id.optional() }),
  /** From the welcome card with its name: that card stays. */
  z.object({ verb: z.literal("region"), region: id.optional(), card: id.optional() }),
  z.object({
    /** From the trends card: send it each month, or no more. */
    verb: z.literal("monthly"),
    on: z.boolean(),
    period: z.string().max(4).optional(),
    region: id.optional(),
  }),
  z.object({
    verb: z.literal("trends"),
    /** Months, and a region, from the choice sets of the card; see `trends/filters.ts`. */
    period: z.string().max(4).optional(),
    region: id.optional(),
    card: id.optional(),
  }),
]);

export type Action = z.infer<typeof actionSchema>;

/** A button of a walk, without the walk: the one that is open is meant. */
type OfOpenWalk<V extends Action["verb"]> = Omit<Extract<Action, { verb: V }>, "walk" | "version">;

/** What a typed word asks: some of what buttons do, and what has no button. */
export type TypedAction =
  | Extract<Action, { verb: "start" | "show" | "resume" | "stop" | "trends" }>
  | OfOpenWalk<"answers">
  | OfOpenWalk<"outcome">
  | OfOpenWalk<"pause">
  | { verb: "back" }
  | { verb: "skip-phase" }
  | { verb: "type-summary" }
  | { verb: "type-answer" }
  | { verb: "skip" }
  | { verb: "unclear" }
  | { verb: "version" }
  | { verb: "thanks" }
  | { verb: "sign" };

/** What somebody typed. */
export interface MessageEvent {
  type: "message";
  text: string;
  /** The text of an earlier message that was changed: it was answered before. */
  edited?: true;
  /** With something that is not text, such as a photo, a file or a forwarded message. */
  attached?: true;
}

/** One thing that happened in a personal chat, in plain terms. */
export type Event =
  | { type: "installed" }
  | MessageEvent
  | { type: "action"; action: Action }
  /** A button whose data has another shape than any of ours. */
  | { type: "unknown-action" };
