import type { z } from "zod";
import type { Path } from "./node-offset.ts";
import { PARSE } from "./schema/fix.ts";

/**
 * The data with something in every text and list of texts or ids that is still empty: what somebody did fill in can be
 * checked then. Undefined when more is wrong than that.
 * @param newWord each is another one, so that none stands there twice, and has the form of an id, for where one is chosen
 */
export function fillEmpty<T>(data: unknown, schema: z.ZodType<T>, newWord: () => string): T | undefined {
  const result = schema.safeParse(data, PARSE);
  if (result.success) return result.data;
  const filled = structuredClone(data);
  for (const issue of result.error.issues) {
    if (isBlank(issue.input)) setAt(filled, issue.path as Path, newWord());
    else if (isEmptyList(issue.input)) setAt(filled, issue.path as Path, [newWord()]);
    else return undefined;
  }
  const again = schema.safeParse(filled, PARSE);
  return again.success ? again.data : undefined;
}

function isBlank(value: unknown): boolean {
  return typeof value === "string" && value.trim() === "";
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function setAt(data: unknown, path: Path, value: unknown): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((group, key) => (group as Record<string | number, unknown>)[key], data);
  const key = path.at(-1);
  if (key !== undefined) (parent as Record<string | number, unknown>)[key] = value;
}
