import { z } from "zod";
import { PARSE } from "./fix.ts";

/** Parses `value` with another schema inside a transform, and passes that schema's issues on. */
export function delegate<T>(schema: z.ZodType<T>, value: unknown, context: z.RefinementCtx): T {
  const result = schema.safeParse(value, PARSE);
  if (result.success) return result.data;
  for (const issue of result.error.issues) context.addIssue({ ...issue });
  return z.NEVER;
}
