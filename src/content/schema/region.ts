import { z } from "zod";
import { idSchema } from "./id.ts";
import { confirmedSchema, sourceSchema, statusSchema } from "./source.ts";
import { textSchema, textUpTo } from "./text.ts";

/** `dialogs/regions/<region>.yaml`. */
export const regionFileSchema = z.strictObject({
  id: idSchema,
  title: textUpTo(60),
  order: z.int(),
  /** Regions of one group are published together where each of them apart has too little use. */
  group: idSchema.optional(),
  mda: z.strictObject({
    state: z.enum(["actief", "geen", "onbekend"]),
    /** What a worker reads in place of the general next step. */
    text: textUpTo(500),
    /** Filled in by programme staff; without it the worker is sent to the aandachtsfunctionaris. */
    contact: textUpTo(250).optional(),
    source: sourceSchema.optional(),
  }),
  checked: z.strictObject({ by: textSchema, on: z.iso.date() }).optional(),
  status: statusSchema,
  confirmed: confirmedSchema.optional(),
});

export type Region = z.infer<typeof regionFileSchema>;
