import { chanceOf, type Model } from "../language/classifier.ts";
import { type Features, featuresOf } from "../language/features.ts";
import { toSentences } from "../language/sentences.ts";
import { toWords } from "../language/words.ts";
import { CASE } from "./train-cases.ts";

/** From this chance for any sentence; low on purpose: a way to safety too many is harmless, one too few is not. */
const CASE_FROM = 0.15;
/** In words. Whoever types more than this tells about something. */
const LONGEST_QUESTION = 30;

/** Whether a message tells about people and what happens, so that a way to safety comes with it. Made once per content. */
export function createCaseCheck(model: Model): (text: string) => boolean {
  return (text) =>
    toWords(text).length > LONGEST_QUESTION ||
    toSentences(text).some((sentence) => chanceOf(model, featuresOf(sentence), CASE) >= CASE_FROM);
}

/** From this chance a message asks nothing. Measured: 6 of 10 case updates, and hardly a question. */
const ASKS_NOTHING_FROM = 0.9;

/** Whether a message as a whole only tells and asks nothing. */
export function createTellingCheck(model: Model): (features: Features) => boolean {
  return (features) => chanceOf(model, features, CASE) >= ASKS_NOTHING_FROM;
}
