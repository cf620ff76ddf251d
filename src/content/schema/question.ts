import { z } from "zod";
import { conditionSchema } from "./condition.ts";
import { idSchema } from "./id.ts";
import { confirmedSchema, sourceSchema, statusSchema } from "./source.ts";
import { textUpTo } from "./text.ts";

const optionSchema = z.strictObject({
  id: idSchema,
  text: textUpTo(120),
  /** Cannot be combined with other options, such as "Niets hiervan". */
  alone: z.boolean().default(false),
});

/** One question in a file of a phase. */
export const questionSchema = z
  .strictObject({
    id: idSchema,
    /** Short name, used where an answer is quoted: in reasons and in the summary. */
    label: textUpTo(60),
    text: textUpTo(300),
    why: textUpTo(400),
    /** `ranking`: up to three of what was chosen for the question `ranks`, the most unsafe first. */
    kind: z.enum(["single", "multiple", "ranking"]),
    /** The question of which the chosen options are put in order; its options are those of this one. */
    ranks: idSchema.optional(),
    /** An earlier question whose options are those of this one, for as far as they were chosen; its own stand alone. */
    "each-of": idSchema.optional(),
    /** With the ranked situations by name. */
    "names-ranked": z.boolean().default(false),
    /** Also asked when the walk starts at a later phase. */
    always: z.boolean().default(false),
    options: z.array(optionSchema).default([]),
    /** Options that no condition looks at, because they need no advice: whoever wrote the question says so. */
    "no-advice": z.array(idSchema).min(1).optional(),
    /** Asked only when this is true, or when a "weet ik niet" leaves it open. */
    when: conditionSchema.optional(),
    /** What to find out when the answer is "weet ik niet". */
    "find-out": textUpTo(300).optional(),
    /** An option that earlier answers point to. The user still chooses. */
    suggest: z.strictObject({ option: idSchema, when: conditionSchema, because: textUpTo(200) }).optional(),
    /** The article in `dialogs/knowledge/` that explains a term of this question. */
    explain: idSchema.optional(),
    /** Lines shown under the question for as far as their condition holds. */
    checklist: z.array(z.strictObject({ when: conditionSchema, text: textUpTo(300) })).default([]),
    source: sourceSchema,
    status: statusSchema,
    confirmed: confirmedSchema.optional(),
  })
  .superRefine(({ kind, ranks, options }, context) => {
    if ((kind === "ranking") !== (ranks !== undefined)) context.addIssue(RANKS);
    if (kind !== "ranking" && options.length === 0) context.addIssue(NO_OPTIONS);
  });

const RANKS = {
  code: "custom" as const,
  path: ["kind"],
  params: { rule: "ranking", what: '"kind: ranking" en "ranks" horen bij elkaar.' },
  message: 'Zet bij "ranks" de vraag waarvan de gekozen antwoorden op volgorde komen, of haal beide weg.',
};

const NO_OPTIONS = {
  code: "custom" as const,
  path: ["options"],
  params: { rule: "missing-key", what: '"options" ontbreekt of is leeg.' },
  message: 'Voeg "options:" toe, met een lijst (regels die beginnen met een streepje).',
};

/** `dialogs/questions/<phase>.yaml`: the questions of one phase, in the order in which they are asked. */
export const questionsFileSchema = z.strictObject({
  phase: idSchema,
  title: textUpTo(60),
  questions: z.array(questionSchema).min(1),
});

export type Option = z.infer<typeof optionSchema>;
export type Question = z.infer<typeof questionSchema>;
