import { z } from "zod";
import { textSchema } from "./text.ts";

/** What a typed message can ask for besides a question. */
export const COMMANDS = [
  "menu",
  "top3",
  "gevaar-check",
  "mda-check",
  "fasen",
  "terug",
  "verder",
  "uitkomst",
  "sla-over",
  "sla-fase-over",
  "bel-nu",
  "antwoorden",
  "stop",
  "regio",
  "samenvatting",
  "hulp",
  "onduidelijk",
  "privacy",
  "versie",
  "bedankt",
  "trends",
  "antwoord",
] as const;

const wordsSchema = z.array(textSchema).min(1);

/** `dialogs/commands.yaml`: the words people type for each command, and the polite words around them. */
export const commandsFileSchema = z.strictObject({
  commands: z.record(z.enum(COMMANDS), wordsSchema),
  polite: z.strictObject({ before: wordsSchema, after: wordsSchema }),
});

export type Command = (typeof COMMANDS)[number];

/** Words that say nothing before or after a command, as in "ik wil stoppen graag". */
export type PoliteWords = z.output<typeof commandsFileSchema>["polite"];
