import { chanceOf, type Model } from "../language/classifier.ts";
import { toSentences } from "../language/sentences.ts";
import { textFeatures } from "../language/text-features.ts";
import { toWords } from "../language/words.ts";
import { CASE } from "./train-cases.ts";

/** From this chance for any sentence; low on purpose: a way to safety too many is harmless, one too few is not. */
const CASE_FROM = 0.15;
/** In words. Whoever types more than this tells about something. */
const LONGEST_QUESTION = 30;

/** Whether a message tells about people and what happens, rather than asks something. Made once per content. */
export function createCaseCheck(model: Model): (text: string) => boolean {
  return (text) =>
    toWords(text).length > LONGEST_QUESTION ||
    toSentences(text).some((sentence) => chanceOf(model, textFeatures(sentence), CASE) >= CASE_FROM);
}
