import { z } from "zod";
import type { Texts } from "../content.ts";
import { delegate } from "./delegate.ts";
import { textUpTo } from "./text.ts";

const keySchema = z.string().regex(/^[\w-]+$/, "Gebruik in een sleutel alleen letters, cijfers en streepjes.");

const sentenceSchema = textUpTo(800);

const entrySchema: z.ZodType<string | Texts> = z
  .unknown()
  .transform((value, context) =>
    delegate<string | Texts>(isGroup(value) ? groupSchema : sentenceSchema, value, context),
  );

const groupSchema: z.ZodType<Texts> = z.record(keySchema, entrySchema);

/** One file of `dialogs/texts/`. The text `weet-ik-niet` becomes the last option of every question. */
export const textsFileSchema = groupSchema;

function isGroup(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
