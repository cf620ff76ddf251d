import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema, textUpTo } from "./text.ts";

/** Words that stand for an address that is still to come. */
const PLACEHOLDER = /\b(?:plak|voorbeeld|todo|xxx)\b/i;

const addressSchema = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain })
  .refine((url) => !PLACEHOLDER.test(URL.parse(url)?.hostname ?? ""), {
    params: { rule: "wrong-format", what: "Dit is een voorbeeldadres, geen echt adres." },
    message: "Plak het adres dat je in je browser hebt geopend.",
  });

/** One address. Without a verified `url` the user gets the `fallback` link. */
const linkSchema = z.strictObject({
  id: idSchema,
  title: textUpTo(120),
  url: addressSchema.optional(),
  status: z.enum(["geverifieerd", "niet-geverifieerd"]),
  checked: z.iso.date().optional(),
  fallback: idSchema.optional(),
  /** The page is about this region only, so no advice leads to it: a worker of another one would follow its route. */
  region: textSchema.optional(),
  note: textSchema.optional(),
});

/** `dialogs/links.yaml`: every address once. */
export const linksFileSchema = z.strictObject({ links: z.array(linkSchema) });

export type Link = z.infer<typeof linkSchema>;
