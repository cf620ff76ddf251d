import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Path } from "./node-offset.ts";
import { PARSE } from "./schema/fix.ts";

/**
 * The data with something in every text, and in every list of texts, that is still empty: what somebody did fill in can be
 * checked then. Undefined when more is wrong than that.
 */
export function fillEmpty<T>(data: unknown, schema: z.ZodType<T>): T | undefined {
  const result = schema.safeParse(data, PARSE);
  if (result.success) return result.data;
  const filled = structuredClone(data);
  for (const issue of result.error.issues) {
    const empty = issue.code === "too_small" && issue.input !== undefined ? issue.origin : undefined;
    if (empty !== "string" && empty !== "array") return undefined;
    // No two are the same, so that none stands there twice.
    const text = `leeg ${randomUUID()}`;
    setAt(filled, issue.path as Path, empty === "array" ? [text] : text);
  }
  const again = schema.safeParse(filled, PARSE);
  return again.success ? again.data : undefined;
}

function setAt(data: unknown, path: Path, value: unknown): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((group, key) => (group as Record<string | number, unknown>)[key], data);
  const key = path.at(-1);
  if (key !== undefined) (parent as Record<string | number, unknown>)[key] = value;
}
