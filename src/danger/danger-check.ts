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
 * From these chances a sentence counts as danger. Higher in a long message, so that many ordinary sentences do not add up
 * to an alarm. Measured, as all here; see the ADR.
 */
const SENTENCE_FROM = { short: 0.3, long: 0.95 };
/** So does a part of one ("hij slaat haar nu, hoe lang duurt een huisverbod"), in a short message. */
const PART_FROM = 0.95;
/**
 * Who types fast or dictates leaves full stops out; then one grave clause would drown in what stands around it. So a sentence of
 * more than so many words is also read in stretches: of this size, each beginning so many words after the one before.
 */
const LONGEST_SENTENCE = 30;
const STRETCHES = [
  { size: 20, step: 7, from: 0.93 },
  { size: 12, step: 3, from: 0.98 },
];
/** Measured: 84% of what happens now is seen as such, and 1% of the rest. */
const NOW_FROM = 0.25;
/** A message of so many sentences, or of more words, is long. */
const LONG = { sentences: 3, words: 40 };
/** In words. */
const SHORTEST_PART = 3;

/** Made once per version of the content. The check is pure and takes well under a millisecond per message. */
export function createDangerCheck({ danger, levels, signs }: DangerModels): (text: string) => DangerVerdict {
  return (text) => {
    const wholes = toWholeSentences(text);
    const sentences = wholes.flatMap(cutSentence);
    const isLong = sentences.length >= LONG.sentences || wordsOf(text).length > LONG.words;
    const runOns = wholes.filter((whole) => wordsOf(whole).length > LONGEST_SENTENCE);
    const found = [
      ...judge(sentences, isLong ? SENTENCE_FROM.long : SENTENCE_FROM.short),
      ...judge(isLong ? [] : sentences.flatMap(partsOf), PART_FROM),
      ...STRETCHES.flatMap(({ size, step, from }) => {
        const stretches = runOns.flatMap((runOn) => stretchesOf(runOn, size, step));
        return judge(stretches, from);
      }),
    ];
    return {
      level: DANGER_LEVELS.findLast((level) => found.some((each) => each.level === level)) ?? "geen",
      signs: [...new Set(found.map(({ sign }) => sign))],
    };
  };

  function judge(texts: readonly string[], from: number): { level: DangerLevel; sign: string }[] {
    return texts
      .map(featuresOf)
      .filter((features) => chanceOf(danger, features, DANGER) >= from)
      .map((features) => ({ level: levelOf(features), sign: likeliest(signs, features, 1)[0]?.label ?? "" }));
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

function stretchesOf(sentence: string, size: number, step: number): string[] {
  const words = wordsOf(sentence);
  const count = Math.ceil((words.length - size) / step) + 1;
  return Array.from({ length: count }, (_, at) => words.slice(at * step, at * step + size).join(" "));
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/u);
}
