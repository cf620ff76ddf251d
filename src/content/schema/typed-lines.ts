import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

/** Lines as people type them, by who wrote them. */
export const typedLinesSchema = z.record(idSchema, z.array(textSchema).min(1));

/**
 * `dialogs/ordinary/<kind>.yaml` and `dialogs/off-topic/<kind>.yaml`: lines without danger, of one kind.
 * `dialogs/languages/<language>.yaml`: lines in another language than Dutch.
 * `dialogs/cases/<kind>.yaml`: messages that tell about a case, and that do not; with danger or without.
 */
export const ordinaryFileSchema = z.strictObject({
  kind: idSchema,
  title: textSchema,
  /** Which lines belong here, for staff. */
  about: textSchema,
  lines: typedLinesSchema,
});

/** One sentence under what it is: `<ordinary kind>` or `<sign> <level>`. */
const sentenceSchema = z
  .record(z.string(), textSchema)
  .refine((sentence) => Object.keys(sentence).length === 1, "Zet hier één zin, met wat hij is ervoor.");

/** `dialogs/messages/<writer>.yaml`: whole messages, sentence by sentence. */
export const messagesFileSchema = z.strictObject({
  writer: idSchema,
  messages: z.array(z.array(sentenceSchema).min(1)).min(1),
});

export type TypedMessages = z.infer<typeof messagesFileSchema>;
export type TypedLines = z.infer<typeof typedLinesSchema>;
export type OrdinaryKind = z.infer<typeof ordinaryFileSchema>;

/** All lines of these kinds, whoever wrote them. */
export function linesOf(kinds: readonly OrdinaryKind[]): string[] {
  return kinds.flatMap(({ lines }) => Object.values(lines).flat());
}
