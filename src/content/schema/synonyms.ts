import { z } from "zod";
import { textSchema } from "./text.ts";

const wordsSchema = z.array(textSchema);

/** `dialogs/synonyms.yaml`: what staff know about words, for searching in the articles. */
export const synonymsFileSchema = z.strictObject({
  /** Each line: words, or groups of words, that mean the same. */
  same: z.array(wordsSchema.min(2)),
  /** Each line: ways to ask the same, such as "wat is" and "wat betekent". */
  ask: z.array(wordsSchema.min(1)),
  /** Words that say that a question is about our field. */
  ours: wordsSchema,
  /** Words that are often about our field, and sometimes about something else. */
  near: wordsSchema,
  /** Words that say nothing about what a question is about. */
  ignore: wordsSchema,
  /** Words that say that a question is about something else, such as leave or the weather, by subject. */
  elsewhere: z.array(wordsSchema),
});

export type Synonyms = z.infer<typeof synonymsFileSchema>;
