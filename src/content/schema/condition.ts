import { z } from "zod";
import { idSchema } from "./id.ts";

/** At least `at-least` (default 1) of the options in `is` were chosen for `question`. */
export interface Atom {
  question: string;
  is: string[];
  "at-least": number;
}

/** A condition over answers. Evaluated in `flow/evaluate.ts`, where "weet ik niet" stays unknown. */
export type Condition =
  | Atom
  | { all: Condition[] }
  | { any: Condition[] }
  | { none: Condition[] };

const oneOrMore = z.union([idSchema.transform((id) => [id]), z.array(idSchema).min(1)]);

const atomSchema = z.strictObject({
  question: idSchema,
  is: oneOrMore,
  "at-least": z.int().min(1).default(1),
});

export const conditionSchema: z.ZodType<Condition> = z.lazy(() => {
  const list = z.array(conditionSchema).min(1);
  return z.union([
    atomSchema,
    z.strictObject({ all: list }),
    z.strictObject({ any: list }),
    z.strictObject({ none: list }),
  ]);
});
