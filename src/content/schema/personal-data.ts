import { z } from "zod";
import { idSchema } from "./id.ts";
import { textSchema } from "./text.ts";

const wordSchema = z.string().regex(/^\p{Ll}+$/u, "Schrijf één woord in kleine letters, zonder spaties of tekens.");
const words = z.array(wordSchema).min(1);
const phrases = z.array(textSchema).min(1);

/** `dialogs/safety/personal-data.yaml`: the words by which personal data in typed text are recognised. */
export const personalDataFileSchema = z.strictObject({
  /** Names that are hardly ever an ordinary word, by group. Seen anywhere, in any case. */
  "first-names": z.record(idSchema, words),
  /** Seen in any case too, but not after "de" or "een" or beside a number. */
  "first-names-also-words": words,
  /** Seen with a capital inside a sentence, or after a word that announces a name. */
  "first-names-mostly-words": words,
  surnames: words,
  /** Endings that hardly any other word has: "-owska", "-widjojo". Seen anywhere, in any case. */
  "surname-endings": words,
  /** Seen only after a word that announces a name. */
  "surnames-also-words": words,
  "surname-prefixes": z.strictObject({
    /** After "mevrouw" the start of a name, unless a common word follows ("van", but "van thuis"). */
    certain: phrases,
    /** After "mevrouw" the start of a name only when a listed surname follows ("mevrouw de rechter"). */
    "also-words": phrases,
  }),
  "name-cues": z.strictObject({
    naming: phrases,
    /** Announces a name, unless a common word follows. */
    titles: phrases,
    /** Announces a name with a capital or from the lists. */
    relations: words,
  }),
  "not-names": z.record(idSchema, phrases),
  /** Words that may follow "mevrouw" without being her name. */
  "common-words": words,
  "common-endings": words,
  dates: z.strictObject({
    /** Twelve lists: the spellings of each month. */
    months: z.array(words).length(12),
    "birth-words": words,
    /** Words for a person, besides the relations among the name cues. */
    "person-words": words,
    /** Directly before a date that is not a date of birth. */
    "words-before-other-dates": words,
    /** In the same sentence as a date that is not a date of birth. */
    "event-words": words,
    /** From this year on, a date counts only beside a person or a birth word: it may be an event. */
    "event-years-from": z.int(),
  }),
  addresses: z.strictObject({
    "street-endings": words,
    "streets-of-more-words": words,
    "house-number-words": words,
    "living-words": words,
    /** After a number that is not a house number ("in de kerkstraat 3 meldingen"). */
    "counted-things": words,
  }),
  numbers: z.strictObject({
    bsn: words,
    /** Nine digits beside these are no BSN. */
    "other-numbers": words,
    telefoon: words,
    kenteken: words,
    /** With a number directly after it ("zaak 88123"), or with "nummer" ("zaaknr 12"). */
    dossier: words,
    /** Only with "nummer": "relatienummer 12". */
    "dossier-with-nummer": words,
  }),
  /** The part before the @ of mailboxes that belong to no one. */
  "shared-mailboxes": words,
  /** Words by which an account on social media is announced. */
  "social-media": words,
});

export type PersonalDataRules = z.infer<typeof personalDataFileSchema>;
