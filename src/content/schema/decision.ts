import { z } from "zod";
import { TOPICS } from "./article.ts";
import { idSchema } from "./id.ts";
import { LEVELS } from "./signal.ts";
import { textUpTo } from "./text.ts";

/** Which content somebody decides about. */
const coverSchema = z.strictObject({
  /** A file, or with a slash at the end all files in a folder. */
  file: z.string().regex(/^(?:dialogs|cards)\/[\w./-]*$/, "Schrijf een bestand of een map, zoals dialogs/flows/."),
  /** Only under this key of the file. */
  key: idSchema.optional(),
  /** Only when a sentence is gone from this key of the file, or stands in another list of it than before. */
  loses: textUpTo(60).optional(),
  /** Only when a sentence comes to this key of the file that was not there, or stood in another list of it. */
  gains: textUpTo(60).optional(),
  /** Only signals of these levels, before or after the change. */
  level: z.array(z.enum(LEVELS)).min(1).optional(),
  /** Only articles about these topics, before or after the change. */
  topic: z.array(z.enum(TOPICS)).min(1).optional(),
});

const decisionSchema = z.strictObject({
  id: idSchema,
  /** What is decided about, in words. */
  what: textUpTo(200),
  /** Who decides, as a role. */
  who: textUpTo(200),
  /** Who publishes says that those who decide agreed. */
  agreement: z.boolean().default(false),
  /** A second person of the programme staff approves it, also when `CONTENT_APPROVAL` does not ask that. */
  "second-person": z.boolean().default(false),
  covers: z.array(coverSchema).min(1),
});

/** `dialogs/who-decides.yaml`: the first decision that covers a change counts. */
export const decisionsFileSchema = z.strictObject({ decisions: z.array(decisionSchema) });

export type Decision = z.infer<typeof decisionSchema>;
