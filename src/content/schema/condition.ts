import { z } from "zod";
import { byKey } from "./by-key.ts";
import { idSchema } from "./id.ts";
import { oneOrMoreIds } from "./one-or-more.ts";

/** At least `at-least` (default 1) of the options in `is` were chosen for `question`. */
export interface Atom {
  question: string;
  is: string[];
  /** Written instead of `is`: every option but these, and never "weet ik niet". `name-options.ts` fills `is` with the others. */
  "any-but"?: string[] | undefined;
  "at-least": number;
}

/** A condition over answers. Evaluated in `conditions/evaluate.ts`, where "weet ik niet" stays unknown. */
export type Condition = Atom | { all: Condition[] } | { any: Condition[] } | { none: Condition[] };

export const atomSchema = z
  .strictObject({
    question: idSchema,
    is: oneOrMoreIds.optional(),
    "any-but": oneOrMoreIds.optional(),
    "at-least": z.int().min(1).default(1),
  })
  .superRefine(({ is, "any-but": anyBut }, context) => {
    if ((is === undefined) === (anyBut === undefined)) context.addIssue(is ? BOTH : NEITHER);
  })
  .transform((atom): Atom => ({ ...atom, is: atom.is ?? [] }));

const NEITHER = {
  code: "custom",
  params: { rule: "missing-key", what: 'Bij een vraag hoort "is" of "any-but".' },
  message: 'Voeg "is:" toe met de antwoorden, of "any-but:" met de antwoorden die niet tellen.',
} as const;

const BOTH = {
  code: "custom",
  params: { rule: "more-than-one-key", what: 'Hier staan "is" en "any-but" allebei.' },
  message: "Haal een van de twee weg.",
} as const;

export const conditionSchema: z.ZodType<Condition> = byKey("voorwaarde", () => {
  const list = z.array(conditionSchema).min(1);
  return {
    question: atomSchema,
    all: z.strictObject({ all: list }),
    any: z.strictObject({ any: list }),
    none: z.strictObject({ none: list }),
  };
});
