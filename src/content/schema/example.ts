import { z } from "zod";
import { idSchema } from "./id.ts";
import { LEVELS } from "./signal.ts";
import { textSchema } from "./text.ts";

const chosenSchema = z.union([idSchema.transform((id) => [id]), z.array(idSchema).min(1)]);

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

/** One step: exactly one key. */
const stepSchema = z.union([
  z.strictObject({ install: z.literal(true) }),
  z.strictObject({ start: idSchema, phase: idSchema.optional() }),
  z.strictObject({ type: textSchema }),
  /** Answers the open question; with a map also checks that it is the open one. */
  z.strictObject({ choose: chosenSchema }),
  z.strictObject({ answer: z.record(idSchema, chosenSchema) }),
  /** The last click once more, as Teams does after a time-out. */
  z.strictObject({ "click-again": z.literal(true) }),
  /** A click on the card of an earlier question. */
  z.strictObject({ "old-card": z.strictObject({ question: idSchema, choose: chosenSchema }) }),
  z.strictObject({ back: z.literal(true) }),
  z.strictObject({ stop: z.literal(true) }),
  /** The card asks for its newest form, as on another device. */
  z.strictObject({ refresh: z.literal(true) }),
  z.strictObject({ continue: z.literal(true) }),
  z.strictObject({ region: idSchema }),
  z.strictObject({ react: z.record(idSchema, z.enum(["eens", "niet-eens", "bespreek-ik"])) }),
  z.strictObject({ useful: z.enum(["ja", "nee"]) }),
  z.strictObject({ summary: z.literal(true) }),
  z.strictObject({ finish: z.literal(true) }),
  /** The worker comes back this many hours later. */
  z.strictObject({ "wait-hours": z.number().min(0) }),
  z.strictObject({ expect: expectSchema }),
]);

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
