import { z } from "zod";

/** Forms of one word with commas between them, and what to write instead: `adequaat, adequate = goed, passend`. */
const hardWordSchema = z
  .string()
  .regex(
    /^[^=]*[^=\s,][^=]*=[^=]*[^=\s][^=]*$/,
    "Schrijf het moeilijke woord, een = en het gewone woord, zoals: aangaande = over.",
  );

/** `dialogs/hard-words.yaml`: words that not everybody knows. */
export const hardWordsFileSchema = z.strictObject({ words: z.array(hardWordSchema) });
