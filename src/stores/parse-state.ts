import { z } from "zod";
import type { ConversationState } from "../conversation/state.ts";

const choicesSchema = z.record(z.string(), z.array(z.string()));

const stateSchema: z.ZodType<ConversationState> = z.strictObject({
  schema: z.literal(1),
  greeted: z.boolean(),
  region: z.exactOptional(z.string()),
  taken: z.exactOptional(z.array(z.string())),
  walk: z.exactOptional(
    z.strictObject({
      id: z.string(),
      flow: z.string(),
      version: z.string(),
      from: z.exactOptional(z.string()),
      answers: choicesSchema,
      earlier: choicesSchema,
      reactions: z.record(z.string(), z.enum(["eens", "niet-eens", "bespreek-ik"])),
      useful: z.exactOptional(z.enum(["ja", "nee"])),
      counted: z.array(z.string()).default([]),
    }),
  ),
});

/** The state in a stored JSON text, or undefined when it is damaged or of another schema than this program's. */
export function parseState(json: string): ConversationState | undefined {
  try {
    return stateSchema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}
