import { z } from "zod";
import { idSchema } from "./id.ts";
import { confirmedSchema, sourceSchema, statusSchema } from "./source.ts";
import { textSchema, textUpTo } from "./text.ts";
import { typedLinesSchema } from "./typed-lines.ts";
/** What an article is about: the choice that a user gets when no article fits. */
export const TOPICS = [
  "top3",
  "visie",
  "directe-veiligheid",
  "stabiele-veiligheid-herstel",
  "mda",
  "leidraad",
  "meldcode",
  "veilig-thuis",
  "bijzondere-vormen",
  "samenwerken",
  "toekomstscenario",
  "privacy",
  "gesprek",
  "assistent",
] as const;

/** An answer is read on a card, between two visits. */
const MAX_WORDS = 120;

const bodySchema = textUpTo(1200).refine((text) => countWords(text) <= MAX_WORDS, {
  params: { rule: "text-too-long", what: `De tekst van het artikel heeft meer dan ${MAX_WORDS} woorden.` },
  message: "Maak de tekst korter, of maak er twee artikelen van.",
});

/** `dialogs/knowledge/<id>.md`: front matter between two lines `---`, and then the answer as `text`. */
export const articleFileSchema = z.strictObject({
  id: idSchema,
  title: textUpTo(120),
  topic: z.enum(TOPICS),
  /** As people type them. A question stands in one article only. */
  questions: z.array(textUpTo(200)).min(1),
  /** How others typed such questions. */
  typed: typedLinesSchema.default({}),
  /** Other words for what the article is about. */
  words: z.array(textSchema).default([]),
  sources: z.array(sourceSchema).min(1),
  status: statusSchema,
  confirmed: confirmedSchema.optional(),
  owner: textSchema,
  /** After this day staff are told to read the article again; users keep seeing it. */
  "review-by": z.iso.date(),
  /** Id of a link for "Lees meer". */
  link: idSchema.optional(),
  related: z.array(idSchema).default([]),
  /** A walk that helps with this question, and the phase to start it at. */
  walk: idSchema.optional(),
  phase: idSchema.optional(),
  text: bodySchema,
});

export type Article = z.infer<typeof articleFileSchema>;

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{Letter}\p{Number}]/u.test(word)).length;
}
