import { z } from "zod";
import { conditionSchema } from "./condition.ts";
import { idSchema } from "./id.ts";
import { textUpTo } from "./text.ts";

const phaseSchema = z.strictObject({
  id: idSchema,
  /** Asked in every walk of this flow, also when it starts at a later phase. */
  always: z.boolean().default(false),
  /** The phase is walked only when this is certain; "weet ik niet" keeps it closed. */
  gate: conditionSchema.optional(),
});

/** `dialogs/flows/<flow>.yaml`: one walk over phases from `dialogs/questions/`. */
export const flowFileSchema = z.strictObject({
  id: idSchema,
  title: textUpTo(60),
  intro: textUpTo(400),
  phases: z.array(phaseSchema).min(1),
});

export type FlowFile = z.infer<typeof flowFileSchema>;
export type FlowPhase = FlowFile["phases"][number];
