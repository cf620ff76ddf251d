import { z } from "zod";
import { idSchema } from "./id.ts";
import { textUpTo } from "./text.ts";

/** Something that may have changed the use, such as a training. */
const trendNoteSchema = z.strictObject({
  on: z.iso.date(),
  text: textUpTo(60),
  /** Only for who looks at this region, or at all of them; absent: it was for everybody. */
  region: idSchema.optional(),
});

/** `dialogs/trend-notes.yaml`: what staff mark on the time axis of the trends. */
export const trendNotesFileSchema = z.strictObject({ notes: z.array(trendNoteSchema) });

export type TrendNote = z.infer<typeof trendNoteSchema>;
