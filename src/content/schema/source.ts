import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

/** Where a statement comes from: a document from `dialogs/sources.yaml` and the place in it. */
export const sourceSchema = z.strictObject({
  document: idSchema,
  place: textSchema.optional(),
});

/** `concept` is shown to staff and users as such; `bevestigd` only after a check in the field. */
export const statusSchema = z.enum(["concept", "bevestigd"]);

/** Who from the field confirmed what, and when. Without it, or when it was another text, it is `concept`. */
export const confirmedSchema = z.strictObject(
  {
    /** The letters of what was confirmed (`confirmation.ts`). The content check says which. */
    text: z.string().regex(/^[a-p]{8}$/, "Neem de acht letters over die npm run check:content noemt."),
    /** Whom to ask: a role and an organisation, without a name. */
    by: textSchema,
    on: z.iso.date(),
  },
  'Schrijf wat, door wie en wanneer: confirmed: { text: acht letters, by: "functie, organisatie", on: 2026-03-31 }.',
);

/** `dialogs/sources.yaml`: every document once. */
export const sourcesFileSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      id: idSchema,
      title: textSchema,
      url: z.url({ protocol: /^https$/ }).optional(),
      note: textSchema.optional(),
    }),
  ),
});

export type SourceDocument = z.infer<typeof sourcesFileSchema>["sources"][number];
