import { DANGER_LEVELS, type DangerLevel, type DangerRules, type DangerSign } from "../content/schema/danger.ts";
import { createDenialChecker } from "./danger/denial-checker.ts";
import { findSign } from "./danger/find-sign.ts";
import { isAboutCase } from "./danger/is-about-case.ts";
import { createPhraseFinder, type Hit, type Hits } from "./danger/phrase-finder.ts";
import { splitWords } from "./danger/split-words.ts";

/** What a typed text says about danger. */
export interface DangerVerdict {
  /** `nu`: it is happening now. `vandaag`: a very serious sign. `twijfel`: perhaps. The gravest sign counts. */
  level: DangerLevel | "geen";
  /** Ids of the signs, in the order of the file. They do not hold what was typed. */
  signs: string[];
}

interface Sentence {
  hits: Hits;
  isDenied: (hit: Hit) => boolean;
}

/** Made once per version of the content. The check is pure and takes well under a millisecond per message. */
export function createDangerCheck(rules: DangerRules): (text: string) => DangerVerdict {
  const shortForms = new Map(Object.entries(rules["short-forms"]).map(([short, long]) => [short, long.split(" ")]));
  const find = createPhraseFinder({
    groups: groupsOf(rules),
    loose: new Set(Object.keys(rules.groups)),
    hiding: rules["figures-of-speech"],
    ordinary: rules["ordinary-words"],
  });
  return (text) => {
    const split = splitWords(text, shortForms);
    const sentences = find(split).map((hits, index) => {
      return { hits, isDenied: createDenialChecker(split[index] ?? [], hits) };
    });
    const found = rules.signs.flatMap((sign) => {
      const levels = sentences.flatMap((sentence) => levelIn(sentence, sign) ?? []);
      return levels.length > 0 ? [{ id: sign.id, levels }] : [];
    });
    return { level: gravest(found.flatMap(({ levels }) => levels)), signs: found.map(({ id }) => id) };
  };
}

/** All lists of phrases under one name each. */
function groupsOf({ groups, denial, general, case: aboutCase, past }: DangerRules): Map<string, readonly string[]> {
  const prefixed = (prefix: string, lists: Record<string, readonly string[]>) =>
    Object.entries(lists).map(([name, list]) => [`${prefix}.${name}`, list] as const);
  return new Map([
    ...Object.entries(groups),
    ...prefixed("denial", denial),
    ...prefixed("general", general),
    ...prefixed("case", aboutCase),
    ...prefixed("past", past),
  ]);
}

function levelIn({ hits, isDenied }: Sentence, sign: DangerSign): DangerLevel | undefined {
  const isPast = hits("past.words").length > 0 && hits("past.still").length === 0;
  if (isPast && !sign.lasting) return undefined;
  const hearts = findSign(sign, hits, isDenied);
  if (!hearts.some(([start = 0]) => isAboutCase(hits, start, sign.topic))) return undefined;
  return sign.now && hits("nu").length > 0 ? "nu" : sign.level;
}

function gravest(levels: readonly DangerLevel[]): DangerVerdict["level"] {
  return DANGER_LEVELS.findLast((level) => levels.includes(level)) ?? "geen";
}
