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
  "stop",
  "regio",
  "samenvatting",
  "hulp",
  "privacy",
  "trends",
  "antwoord",
] as const;

/** `dialogs/commands.yaml`: the words people type for each command, lower case. */
export const commandsFileSchema = z.strictObject({
  commands: z.record(z.enum(COMMANDS), z.array(textSchema).min(1)),
});

export type Command = (typeof COMMANDS)[number];
