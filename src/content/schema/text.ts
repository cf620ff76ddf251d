import { z } from "zod";

/** A sentence that a user or a colleague reads: present, and without space around it. */
export const textSchema = z
  .string()
  .trim()
  .min(1, "Schrijf hier een tekst, of haal de regel weg als hij niet verplicht is.");

/** A text of at most `max` characters: what is longer is not read on a card, or does not fit. */
export function textUpTo(max: number) {
  return textSchema.max(max, `Maak de tekst korter: hoogstens ${max} tekens.`);
}
