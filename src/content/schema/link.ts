import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

/** One address. Without a verified `url` the user gets the `fallback` link. */
const linkSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  url: z.url({ protocol: /^https$/ }).optional(),
  status: z.enum(["geverifieerd", "niet-geverifieerd"]),
  checked: z.iso.date().optional(),
  fallback: idSchema.optional(),
  note: textSchema.optional(),
});

/** `dialogs/links.yaml`: every address once. */
export const linksFileSchema = z.strictObject({ links: z.array(linkSchema) });

export type Link = z.infer<typeof linkSchema>;
