import type { z } from "zod";
import { describeIssue, describeUnknownKeys } from "./describe-issue.ts";
import type { Mistake } from "./mistake.ts";
import type { Path } from "./node-offset.ts";
import type { ParsedFile } from "./parse-file.ts";
import { PARSE } from "./schema/fix.ts";

/** The file's data in the shape of `schema`, or all mistakes in that shape. */
export function validateFile<T>(file: ParsedFile, schema: z.ZodType<T>): { value?: T; mistakes: Mistake[] } {
  const result = schema.safeParse(file.data, PARSE);
  if (result.success) return { value: result.data, mistakes: [] };
  return { mistakes: result.error.issues.flatMap((issue) => toMistakes(file, issue)) };
}

function toMistakes(file: ParsedFile, issue: z.core.$ZodIssue): Mistake[] {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    return describeUnknownKeys(issue).map(({ key, finding }) => file.mistakeAtKey(path, key, finding));
  }
  const finding = describeIssue(issue);
  const key = path.at(-1);
  if (issue.code === "invalid_key" && key !== undefined)
    return [file.mistakeAtKey(path.slice(0, -1), `${key}`, finding)];
  return [file.mistakeAt(path, finding)];
}
