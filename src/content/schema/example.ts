import { z } from "zod";
import { byKey } from "./by-key.ts";
import { idSchema } from "./id.ts";
import { oneOrMoreIds } from "./one-or-more.ts";
import { REACTIONS, USEFUL } from "./reaction.ts";
import { LEVELS } from "./signal.ts";
import { textSchema } from "./text.ts";

/** What must be true after the steps so far. Every key that is given is checked. */
const expectSchema = z.strictObject({
  /** The question that the last question card asks. */
  question: idSchema.optional(),
  /** The kind of the last card: question, danger-now, result, region, welcome, … */
  card: idSchema.optional(),
  /** Exactly these suggestions, most urgent first. */
  signals: z.array(idSchema).optional(),
  /** At least these suggestions. */
  includes: z.array(idSchema).optional(),
  /** None of these suggestions. */
  excludes: z.array(idSchema).optional(),
  /** The highest level among the suggestions. */
  level: z.enum([...LEVELS, "geen"]).optional(),
  /** Words somewhere in what the bot last said. */
  says: z.array(textSchema).optional(),
  /** Words nowhere in what the bot last said. */
  "says-not": z.array(textSchema).optional(),
  /** How many answers are kept now. */
  "kept-answers": z.int().min(0).optional(),
  /** How many questions this walk asked so far, at most. */
  "asked-at-most": z.int().min(1).optional(),
});

/** A group with exactly one key. */
function single<T extends z.ZodType>(value: T) {
  const params = { rule: "more-than-one-key", what: "Hier hoort precies één regel." };
  return z.record(idSchema, value).refine((group) => Object.keys(group).length === 1, {
    params,
    message: "Maak van elke regel een eigen stap.",
  });
}

/** One step: exactly one key. */
const stepSchema = byKey("stap", () => ({
  install: z.strictObject({ install: z.literal(true) }),
  start: z.strictObject({ start: idSchema, phase: idSchema.optional() }),
  type: z.strictObject({ type: textSchema }),
  /** Answers the open question; with a map also checks that it is the open one. */
  choose: z.strictObject({ choose: oneOrMoreIds }),
  answer: z.strictObject({ answer: single(oneOrMoreIds) }),
  /** The last click once more, as Teams does after a time-out. */
  "click-again": z.strictObject({ "click-again": z.literal(true) }),
  /** A click on the card of an earlier question. */
  "old-card": z.strictObject({ "old-card": z.strictObject({ question: idSchema, choose: oneOrMoreIds }) }),
  back: z.strictObject({ back: z.literal(true) }),
  /** The rest of the phase. */
  "skip-phase": z.strictObject({ "skip-phase": z.literal(true) }),
  /** `sure`: the second press, after the question whether it is. */
  stop: z.strictObject({ stop: z.union([z.literal(true), z.literal("sure")]) }),
  /** The card asks for its newest form, as on another device. */
  refresh: z.strictObject({ refresh: z.literal(true) }),
  continue: z.strictObject({ continue: z.literal(true) }),
  /** To call first. */
  pause: z.strictObject({ pause: z.literal(true) }),
  /** The outcome so far. */
  outcome: z.strictObject({ outcome: z.literal(true) }),
  /** One suggestion of the outcome, by the id of its signal. */
  open: z.strictObject({ open: idSchema }),
  "find-out": z.strictObject({ "find-out": z.literal(true) }),
  /** What was chosen, and the answer to one question taken back. */
  answers: z.strictObject({ answers: z.literal(true) }),
  change: z.strictObject({ change: idSchema }),
  region: z.strictObject({ region: idSchema }),
  react: z.strictObject({ react: single(z.enum(REACTIONS)) }),
  useful: z.strictObject({ useful: z.enum(USEFUL) }),
  summary: z.strictObject({ summary: z.literal(true) }),
  finish: z.strictObject({ finish: z.union([z.literal(true), z.literal("sure")]) }),
  /** The worker comes back this many hours later. */
  "wait-hours": z.strictObject({ "wait-hours": z.number().min(0) }),
  expect: z.strictObject({ expect: expectSchema }),
}));

/** `dialogs/examples/<example>.yaml`: a conversation that staff can read and the tests run. */
export const exampleFileSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  about: textSchema,
  region: idSchema.optional(),
  steps: z.array(stepSchema).min(2),
});

export type Example = z.infer<typeof exampleFileSchema>;
export type ExampleStep = Example["steps"][number];
export type Expectation = z.infer<typeof expectSchema>;
