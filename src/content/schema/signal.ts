import { z } from "zod";
import { byKey } from "./by-key.ts";
import { atomSchema, conditionSchema } from "./condition.ts";
import { idSchema } from "./id.ts";
import { confirmedSchema, sourceSchema, statusSchema } from "./source.ts";
import { textSchema, textUpTo } from "./text.ts";

/** From low to high. `info` informs and is not a suggestion; `nu` means 112. */
export const LEVELS = ["info", "bespreek", "vandaag", "nu"] as const;

const levelSchema = z.enum(LEVELS);

/** What a text takes for granted, and what it says is not so: ids of premises. No outcome holds both of one. */
const claims = {
  presupposes: z.array(idSchema).default([]),
  denies: z.array(idSchema).default([]),
};

const adviceSchema = z.strictObject({
  text: textUpTo(300),
  /** Said only when this is certain. */
  when: conditionSchema.optional(),
  /** Left out when one of these premises does not hold. */
  ...claims,
  /** Left out as long as eer-gerelateerd geweld is not ruled out. Advice that names the family says whether it is. */
  "talks-with-family": z.boolean().optional(),
});

export const signalSchema = z.strictObject({
  id: idSchema,
  /** Row of the decision table in the domain notes, for example A4. */
  row: textSchema,
  when: conditionSchema,
  level: levelSchema,
  title: textUpTo(90),
  advice: z.array(adviceSchema).min(1),
  /** The first step; like the title it is always said. */
  next: textUpTo(250),
  /** Of the title, the next step and the banner, which cannot be left out: proven to hold whenever the signal is certain. */
  ...claims,
  /** Stays on top of the question cards from the moment the signal is certain. */
  banner: textUpTo(160).optional(),
  /** Warns not to talk with the family yet: drops `talks-with-family` advice. */
  "silences-family-talk": z.boolean().default(false),
  /** Hidden when another signal of this group with the same or a higher level is certain: any, or one of these. */
  yields: z.union([z.boolean(), z.array(idSchema).min(1)]).default(false),
  /** When this is certain, it is of long ago: another title and first step, and after the others of its level. */
  past: z.strictObject({ when: conditionSchema, title: textUpTo(90), next: textUpTo(250) }).optional(),
  /** Asks for the reminder of step 4 and 5 of the meldcode. */
  meldcode: z.boolean().default(false),
  /** The next step follows the MDA++ route of the chosen region. */
  "region-route": z.boolean().default(false),
  /** Articles of our own to read; come before the links. */
  read: z.array(idSchema).default([]),
  links: z.array(idSchema).default([]),
  source: sourceSchema,
  status: statusSchema,
  confirmed: confirmedSchema.optional(),
});

/** Something that advice can take for granted, such as that there are children. */
const premiseSchema = z.strictObject({
  id: idSchema,
  about: textSchema,
  /** When this is certain, it does not hold. */
  unless: conditionSchema,
  /** Whole words by which a text is known to be about it: such a text says whether it presupposes or denies it. */
  words: z.array(textSchema).default([]),
});

const promiseSchema = byKey("belofte", () => ({
  "level-at-least": z.strictObject({ "level-at-least": levelSchema }),
  "any-signal": z.strictObject({ "any-signal": z.array(idSchema).min(1) }),
}));

const invariantSchema = byKey("regel over signalen", () => ({
  given: z.strictObject({ id: idSchema, about: textSchema, given: conditionSchema, then: promiseSchema }),
  "never-lower": z.strictObject({
    id: idSchema,
    about: textSchema,
    /** Changing one of these answers into `to` never lowers the level. */
    "never-lower": z.strictObject({ from: z.array(idSchema).min(1), to: idSchema }),
  }),
  "keeps-shut": z.strictObject({
    id: idSchema,
    about: textSchema,
    /** While a signal of this level is certain, the gates of these phases do not open, unless this answer says that it is settled. */
    "keeps-shut": z.strictObject({ level: levelSchema, phases: z.array(idSchema).min(1), unless: atomSchema }),
  }),
}));

/** `dialogs/signals/<group>.yaml`. */
export const signalsFileSchema = z.strictObject({
  group: idSchema,
  title: textUpTo(60),
  order: z.int(),
  /** Said with this group when any signal reaches the level. */
  note: z.strictObject({ "when-level-at-least": levelSchema, text: textUpTo(300) }).optional(),
  premises: z.array(premiseSchema).default([]),
  signals: z.array(signalSchema).min(1),
  invariants: z.array(invariantSchema).default([]),
});

export type Level = z.infer<typeof levelSchema>;
export type Signal = z.infer<typeof signalSchema>;
export type Advice = Signal["advice"][number];
export type Premise = z.infer<typeof premiseSchema>;
export type Invariant = z.infer<typeof invariantSchema>;
export type SignalsFile = z.infer<typeof signalsFileSchema>;
