import { z } from "zod";
import { byKey } from "./by-key.ts";
import { idSchema } from "./id.ts";
import { oneOrMoreIds } from "./one-or-more.ts";

/** At least `at-least` (default 1) of the options in `is` were chosen for `question`. */
export interface Atom {
  question: string;
  is: string[];
  "at-least": number;
}

/** A condition over answers. Evaluated in `flow/evaluate.ts`, where "weet ik niet" stays unknown. */
export type Condition = Atom | { all: Condition[] } | { any: Condition[] } | { none: Condition[] };

const atomSchema = z.strictObject({
  question: idSchema,
  is: oneOrMoreIds,
  "at-least": z.int().min(1).default(1),
});

export const conditionSchema: z.ZodType<Condition> = byKey("voorwaarde", () => {
  const list = z.array(conditionSchema).min(1);
  return {
    question: atomSchema,
    all: z.strictObject({ all: list }),
    any: z.strictObject({ any: list }),
    none: z.strictObject({ none: list }),
  };
});
