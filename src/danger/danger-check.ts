import { DANGER_LEVELS, type DangerLevel } from "../content/schema/danger.ts";
import { chanceOf, rankLabels } from "../language/classifier.ts";
import { type Features, featuresOf } from "../language/features.ts";
import { toSentences } from "../language/sentences.ts";
import { DANGER, type DangerModels } from "./train-danger.ts";

/** What a typed text says about danger. */
export interface DangerVerdict {
  /** `nu`: it is happening now. `vandaag`: a very serious sign. `twijfel`: perhaps. The gravest sentence counts. */
  level: DangerLevel | "geen";
  /** Ids of the signs, the likeliest of each sentence. They do not hold what was typed. */
  signs: string[];
}

/**
 * From these chances a sentence counts as danger, and a part of one ("hij slaat haar nu, hoe lang duurt een huisverbod").
 * Higher in a message of several sentences, so that many ordinary ones do not add up to an alarm. Measured; see the ADR.
 */
const SHORT_MESSAGE = { sentence: 0.4, part: 0.95 };
const LONG_MESSAGE = { sentence: 0.85, part: 0.99 };
/** Measured: 82% of what happens now is seen as such, and 2% of the rest. */
const NOW_FROM = 0.25;
/** In sentences. */
const LONG = 3;
/** In words. */
const SHORTEST_PART = 3;

/** Made once per version of the content. The check is pure and takes well under a millisecond per message. */
export function createDangerCheck({ danger, levels, signs }: DangerModels): (text: string) => DangerVerdict {
  return (text) => {
    const sentences = toSentences(text);
    const from = sentences.length < LONG ? SHORT_MESSAGE : LONG_MESSAGE;
    const found = sentences.flatMap((sentence) => [
      ...judge(sentence, from.sentence),
      ...partsOf(sentence).flatMap((part) => judge(part, from.part)),
    ]);
    return {
      level: DANGER_LEVELS.findLast((level) => found.some((each) => each.level === level)) ?? "geen",
      signs: [...new Set(found.map(({ sign }) => sign))],
    };
  };

  function judge(text: string, from: number): { level: DangerLevel; sign: string }[] {
    const features = featuresOf(text);
    if (chanceOf(danger, features, DANGER) < from) return [];
    return [{ level: levelOf(features), sign: rankLabels(signs, features)[0]?.label ?? "" }];
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
  const parts = sentence.split(/[,:;()]| - /u).filter((part) => part.trim().split(/\s+/u).length >= SHORTEST_PART);
  return parts.length > 1 ? parts : [];
}
