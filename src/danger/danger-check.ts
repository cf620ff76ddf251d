import { DANGER_LEVELS, type DangerLevel } from "../content/schema/danger.ts";
import { chanceOf, likeliest } from "../language/classifier.ts";
import { type Features, featuresOf } from "../language/features.ts";
import { cutSentence, toWholeSentences } from "../language/sentences.ts";
import { DANGER, type DangerModels } from "./train-danger.ts";

/** What a typed text says about danger. */
export interface DangerVerdict {
  /** `nu`: it is happening now. `vandaag`: a very serious sign. `twijfel`: perhaps. The gravest sentence counts. */
  level: DangerLevel | "geen";
  /** Ids of the signs, the likeliest of each sentence. They do not hold what was typed. */
  signs: string[];
}

/**
 * From these chances a sentence counts as danger, and so does a part of one ("hij slaat haar nu, hoe lang duurt een
 * huisverbod"). Higher in a long message, so that many ordinary sentences do not add up to an alarm. A stretch is a
 * part of a text without full stops. Measured; see the ADR.
 */
const SHORT_MESSAGE = { sentence: 0.35, part: 0.95, stretch: 0.95 };
const LONG_MESSAGE = { sentence: 0.9, part: 0.995, stretch: 0.9 };
/** Measured: 84% of what happens now is seen as such, and 1% of the rest. */
const NOW_FROM = 0.25;
/** A message of so many sentences, or of more words, is long. */
const LONG = { sentences: 3, words: 40 };
/** In words. */
const SHORTEST_PART = 3;
/** In words: a sentence of more than `from` is also read in stretches, each beginning so many words after the one before. */
const STRETCHES = { from: 30, size: 20, step: 7 };

/** Made once per version of the content. The check is pure and takes well under a millisecond per message. */
export function createDangerCheck({ danger, levels, signs }: DangerModels): (text: string) => DangerVerdict {
  return (text) => {
    const wholes = toWholeSentences(text);
    const sentences = wholes.flatMap(cutSentence);
    const isLong = sentences.length >= LONG.sentences || wordsOf(text).length > LONG.words;
    const from = isLong ? LONG_MESSAGE : SHORT_MESSAGE;
    const found = [
      ...sentences.flatMap((sentence) => judge(sentence, from.sentence)),
      ...sentences.flatMap(partsOf).flatMap((part) => judge(part, from.part)),
      ...wholes.flatMap(stretchesOf).flatMap((stretch) => judge(stretch, from.stretch)),
    ];
    return {
      level: DANGER_LEVELS.findLast((level) => found.some((each) => each.level === level)) ?? "geen",
      signs: [...new Set(found.map(({ sign }) => sign))],
    };
  };

  function judge(text: string, from: number): { level: DangerLevel; sign: string }[] {
    const features = featuresOf(text);
    if (chanceOf(danger, features, DANGER) < from) return [];
    return [{ level: levelOf(features), sign: likeliest(signs, features, 1)[0]?.label ?? "" }];
  }

  /** `nu` already from a small chance: to wait is worse than to call in vain. */
  function levelOf(features: Features): DangerLevel {
    const nu = chanceOf(levels, features, "nu");
    if (nu >= NOW_FROM) return "nu";
    return nu + chanceOf(levels, features, "vandaag") >= 0.5 ? "vandaag" : "twijfel";
  }
}

/** What stands between commas and the like, when that is more than the whole sentence. */
function partsOf(sentence: string): string[] {
  const parts = sentence.split(/[,:;()]| - /u).filter((part) => wordsOf(part).length >= SHORTEST_PART);
  return parts.length > 1 ? parts : [];
}

/** Who types fast or dictates leaves full stops out; then one grave clause would drown in what stands around it. */
function stretchesOf(sentence: string): string[] {
  const words = wordsOf(sentence);
  if (words.length <= STRETCHES.from) return [];
  const count = Math.ceil((words.length - STRETCHES.step) / STRETCHES.step);
  return Array.from({ length: count }, (_, at) =>
    words.slice(at * STRETCHES.step, at * STRETCHES.step + STRETCHES.size).join(" "),
  );
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/u);
}
