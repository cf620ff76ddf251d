import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

/** From mild to grave. `nu` means 112, `vandaag` Veilig Thuis today, `twijfel` only asks whether there is danger. */
export const DANGER_LEVELS = ["twijfel", "vandaag", "nu"] as const;

/** Names of groups that every phrase can use: a number under a thousand (not a year), and one from fifteen. */
export const NUMBER = "getal";
export const BIG_NUMBER = "groot-getal";

const WORD = String.raw`(?:[a-z0-9]+\*?\.?|<[a-z0-9-]+>|\.\.)`;

/**
 * Words in a row as people type them: lower case, without accents and apostrophes. `*` after a word stands for
 * more letters, `.` for the end of the clause, `..` for at most three other words, `<getal>` and `<groot-getal>`
 * for numbers and `<group>` for any single word of that group.
 */
const phraseSchema = z
  .string()
  .regex(
    new RegExp(`^${WORD}(?: ${WORD})*$`),
    "Gebruik kleine letters, zonder accenten, streepjes en leestekens, bijvoorbeeld: maakt .. dood.",
  );

const phrasesSchema = z.array(phraseSchema).min(1);

/** Points for each different word of a group in the sentence, for at most so many words. Below zero speaks against. */
const pointsSchema = z.strictObject({
  group: idSchema,
  points: z.int(),
  "up-to": z.int().min(1).default(1),
});

const scaleSchema = z.strictObject({ "at-least": z.int().min(1), points: z.array(pointsSchema).min(1) });

const signSchema = z.strictObject({
  id: idSchema,
  level: z.enum(DANGER_LEVELS),
  /** Rises to `nu` when a word of the group `nu` stands in the same sentence. */
  now: z.boolean().default(false),
  /** Names a subject, such as "stalking": counts only when the sentence is about a case. */
  topic: z.boolean().default(false),
  /** Counts also when it happened long ago. */
  lasting: z.boolean().default(false),
  /** Each line is one combination of groups. The first group is its heart: a denial is looked for around it. */
  when: z.array(z.array(idSchema).min(1).max(4)).min(1),
  /** How many words the other groups may be away from the heart. */
  within: z.int().min(1).max(40).default(10),
  /** Weighs the whole sentence as well: a sign only when it gathers enough points. */
  weighs: scaleSchema.optional(),
  /** No sign when one of these groups stands in the sentence. */
  unless: z.array(idSchema).default([]),
  examples: z.array(textSchema).min(1),
  "counter-examples": z.array(textSchema).default([]),
});

/** `dialogs/safety/danger.yaml`: how danger is worded in what people type. */
export const dangerFileSchema = z
  .strictObject({
    "short-forms": z.record(z.string().regex(/^[a-z]+$/, "Gebruik kleine letters."), phraseSchema),
    /** Real words that only look like a misspelt word from this file. */
    "ordinary-words": phrasesSchema,
    /** Words with a danger word in it that mean something else. They are left out before signs are looked for. */
    "figures-of-speech": phrasesSchema,
    denial: z.strictObject({
      words: phrasesSchema,
      /** Words that may stand between a denial and what is denied. */
      through: phrasesSchema,
      "not-denials": phrasesSchema,
      /** Words that begin a new statement in the same clause. */
      stops: phrasesSchema,
    }),
    /**
     * What makes a sentence general: a question about something, or a training, figures or policy. `work`: talk about
     * the own work, where figures of speech live. `about`: words before a sign that make it only a subject.
     */
    general: z.strictObject({
      question: phrasesSchema,
      subject: phrasesSchema,
      work: phrasesSchema,
      about: phrasesSchema,
    }),
    /** What makes a sentence about a case. `likely` and `persons` do not when it is `indefinite` ("iemand"). */
    case: z.strictObject({
      certain: phrasesSchema,
      likely: phrasesSchema,
      persons: phrasesSchema,
      indefinite: phrasesSchema,
    }),
    /** What makes a sentence about long ago, and what takes that back. */
    past: z.strictObject({ words: phrasesSchema, still: phrasesSchema }),
    groups: z.record(idSchema, phrasesSchema),
    signs: z.array(signSchema).min(1),
  })
  .superRefine((file, context) => {
    for (const { path, group } of namedGroups(file)) {
      if (group === NUMBER || group === BIG_NUMBER || Object.hasOwn(file.groups, group)) continue;
      const what = `De woordgroep "${group}" bestaat niet.`;
      const message = 'Gebruik een naam die onder "groups" staat.';
      context.addIssue({ code: "custom", path, params: { rule: "unknown-group", what }, message });
    }
  });

interface NamedGroup {
  path: (string | number)[];
  group: string;
}

function namedGroups({ signs, groups }: Pick<DangerRules, "signs" | "groups">): NamedGroup[] {
  const inSigns = signs.flatMap(({ when, unless, weighs }, index) => [
    ...(weighs?.points ?? []).map(({ group }, at) => ({
      path: ["signs", index, "weighs", "points", at, "group"],
      group,
    })),
    ...when.flatMap((line, row) => line.map((group, at) => ({ path: ["signs", index, "when", row, at], group }))),
    ...unless.map((group, at) => ({ path: ["signs", index, "unless", at], group })),
  ]);
  const inPhrases = Object.entries(groups).flatMap(([name, phrases]) =>
    phrases.flatMap((phrase, at) =>
      [...phrase.matchAll(/<([^>]+)>/g)].map(([, group = ""]) => ({ path: ["groups", name, at], group })),
    ),
  );
  return [...inSigns, ...inPhrases];
}

export type DangerRules = z.infer<typeof dangerFileSchema>;
export type DangerSign = DangerRules["signs"][number];
export type DangerLevel = (typeof DANGER_LEVELS)[number];
