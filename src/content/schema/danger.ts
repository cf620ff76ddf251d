import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";
import { typedLinesSchema } from "./typed-lines.ts";

/** From mild to grave. `nu` means 112, `vandaag` Veilig Thuis today, `twijfel` only asks whether there is danger. */
export const DANGER_LEVELS = ["twijfel", "vandaag", "nu"] as const;

/** `dialogs/danger/<sign>.yaml`: how one sign of danger sounds in what people type, by level, and how it does not. */
export const signFileSchema = z.strictObject({
  sign: idSchema,
  title: textSchema,
  "zo klinkt het": z
    .partialRecord(z.enum(DANGER_LEVELS), typedLinesSchema)
    .refine((levels) => Object.keys(levels).length > 0, 'Zet hier minstens één niveau: "nu", "vandaag" of "twijfel".'),
  /** Lines that look like it, without danger. */
  "zo klinkt het niet": typedLinesSchema.default({}),
});

export type DangerSign = z.infer<typeof signFileSchema>;
export type DangerLevel = (typeof DANGER_LEVELS)[number];
