import { z } from "zod";
import { REACTIONS, USEFUL } from "../content/schema/reaction.ts";
import type { ConversationState, Remembered } from "../conversation/state.ts";

const choicesSchema = z.record(z.string(), z.array(z.string()));

const stateSchema: z.ZodType<ConversationState> = z.strictObject({
  schema: z.literal(1),
  greeted: z.boolean(),
  region: z.exactOptional(z.string()),
  regionAsked: z.exactOptional(z.literal(true)),
  taken: z.exactOptional(z.array(z.string())),
  seen: z.exactOptional(z.number()),
  walk: z.exactOptional(
    z.strictObject({
      id: z.string(),
      flow: z.string(),
      version: z.string(),
      from: z.exactOptional(z.string()),
      answers: choicesSchema,
      earlier: choicesSchema,
      reactions: z.record(z.string(), z.enum(REACTIONS)),
      useful: z.exactOptional(z.enum(USEFUL)),
      counted: z.array(z.string()).default([]),
    }),
  ),
});

const rememberedSchema: z.ZodType<Remembered> = z.strictObject({ region: z.exactOptional(z.string()) });

/** What is remembered in a stored JSON text, or undefined when it is damaged. */
export function parseRemembered(json: string): Remembered | undefined {
  try {
    return rememberedSchema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** The state in a stored JSON text, or undefined when it is damaged or of another schema than this program's. */
export function parseState(json: string): ConversationState | undefined {
  try {
    return stateSchema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}
