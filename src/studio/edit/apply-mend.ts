import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Mistake } from "../../content/mistake.ts";
import { AppError } from "../../errors.ts";
import type { Library } from "../library/read-library.ts";
import { field } from "../library/thing.ts";
import type { Data } from "./emit-yaml.ts";
import { writeArticle } from "./write-article.ts";
import { writeValue } from "./write-value.ts";

/** The name of a button that mends a mistake. */
export const MEND = "mend";

const askedSchema = z.strictObject({
  file: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  // What is not there yet is not sent.
  was: z.unknown().optional(),
  value: z.union([z.string(), z.boolean()]).optional(),
});

/** What a button sends that mends a mistake: the change, and what stood there when the button was made. */
export function askToMend({ file, mend }: Mistake, library: Library): string {
  return JSON.stringify({ file, path: mend?.path, was: valueAt(library, file, mend?.path ?? []), value: mend?.value });
}

/**
 * The file with the change that a button asked for.
 * @throws AppError CHANGED when something else stands there by now, EDIT_FAILED when it cannot be written
 */
export function applyMend(
  asked: string,
  text: (file: string) => string | undefined,
  library: Library,
  order: readonly string[] = [],
): { file: string; text: string } {
  const { file, path, was, value } = read(asked);
  const now = text(file);
  if (now === undefined || !isDeepStrictEqual(valueAt(library, file, path), was)) throw changed();
  const write = file.endsWith(".md") ? writeArticle : writeValue;
  return { file, text: write(now, path, value, order) };
}

function read(asked: string): z.infer<typeof askedSchema> {
  try {
    return askedSchema.parse(JSON.parse(asked));
  } catch {
    throw changed();
  }
}

function valueAt(library: Library, file: string, path: readonly (string | number)[]): Data | undefined {
  return field(library.files.get(file)?.parsed.data as Data | undefined, ...path);
}

function changed(): AppError {
  return new AppError(
    "CHANGED",
    "Hier staat intussen iets anders, dus dit is niet verbeterd.",
    "Kijk wat er nu staat, en of het nog fout is.",
  );
}
