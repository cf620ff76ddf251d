import type { Synonyms } from "../content/schema/synonyms.ts";
import { stem } from "./stem.ts";
import { toTokens } from "./tokens.ts";

/** What staff know about words (`dialogs/synonyms.yaml`), ready to be asked. */
export interface Lexicon {
  /** What a word stands for: its line of synonyms, or else its stem. */
  termOf(token: string): string;
  /**
   * The longest group of words with a meaning of its own that starts at `from`. A group is known by its stems, but one
   * about something else only as it is spelled: "mijn teams" is a program, "mijn team" is not.
   */
  phraseAt(tokens: readonly string[], stems: readonly string[], from: number): Phrase | undefined;
  /** Says nothing about what a question is about. */
  isIgnored(token: string): boolean;
  /** Says that a question is about something else, as it is spelled. */
  isElsewhere(token: string): boolean;
  /** Has the stem of such a word, or is a compound that begins or ends with one: "zomervakantie". */
  looksElsewhere(token: string): boolean;
  /** A term of our field. */
  isOurs(term: string): boolean;
  /** A term that is often, but not always, of our field. */
  isNear(term: string): boolean;
  /** Every word that staff wrote down, as it is spelled. */
  spelled: ReadonlySet<string>;
}

/** Shorter parts of compounds are found by chance: "muur" in "minimuur", "ei" in "veiligheid". */
const SHORTEST_PART = 6;

export interface Phrase {
  term: string;
  /** Number of words. */
  length: number;
  /** Undefined when that follows from its meaning. */
  kind?: "filler" | "elsewhere";
}

export function createLexicon(synonyms: Synonyms): Lexicon {
  const { same, ask, ours, near, ignore, elsewhere } = synonyms;
  const terms = collectTerms(same);
  const asking = collectTerms(ask);
  const phrases = collectPhrases(synonyms);
  const away = new Set(elsewhere.flat().map((words) => toTokens(words).join(" ")));
  const groups = [...phrases.keys(), ...away].map((key) => key.split(" "));
  const longest = Math.max(1, ...groups.map(({ length }) => length));
  const ignored = new Set(ignore.flatMap(toTokens));
  const awayStems = new Set([...away].filter((words) => !words.includes(" ")).map(stemKey));

  const termOf = (token: string): string =>
    terms.get(token) ?? asking.get(token) ?? (ignored.has(token) ? token : (terms.get(stemKey(token)) ?? stem(token)));
  const first = new Set(groups.map(([word]) => word));
  const phraseAt: Lexicon["phraseAt"] = (tokens, stems, from) => {
    if (!first.has(stems[from]) && !first.has(tokens[from])) return undefined;
    for (let length = Math.min(longest, stems.length - from); length > 1; length -= 1) {
      const phrase = phrases.get(stems.slice(from, from + length).join(" "));
      if (phrase) return { ...phrase, length };
      const spelled = tokens.slice(from, from + length).join(" ");
      if (away.has(spelled)) return { term: sharedTerm(spelled), kind: "elsewhere", length };
    }
    return undefined;
  };
  const meaningOf = (words: string): string => {
    const tokens = toTokens(words);
    return phraseAt(tokens, tokens.map(stem), 0)?.term ?? termOf(tokens.join(""));
  };
  const own = new Set(ours.map(meaningOf));
  const close = new Set(near.map(meaningOf));
  return {
    termOf,
    phraseAt,
    isIgnored: (token) => (ignored.has(token) || asking.has(token)) && !terms.has(token),
    isElsewhere: (token) => away.has(token) && !terms.has(token),
    looksElsewhere: (token) => {
      if (terms.has(token) || terms.has(stemKey(token))) return false;
      return awayStems.has(stemKey(token)) || outerParts(token).some((part) => away.has(part));
    },
    isOurs: (term) => own.has(term),
    isNear: (term) => close.has(term),
    spelled: new Set(
      [...same.flat(), ...ask.flat(), ...ours, ...near, ...ignore, ...elsewhere.flat()].flatMap(toTokens),
    ),
  };
}

/** What a compound may begin and end with. */
function outerParts(token: string): string[] {
  const cuts = Array.from(token.slice(1), (_, at) => at + 1);
  return cuts.flatMap((at) => [token.slice(0, at), token.slice(at)]).filter(({ length }) => length >= SHORTEST_PART);
}

/** Synonyms share one term, which no stem can be equal to. */
function sharedTerm(words: string): string {
  return `=${toTokens(words).join("-")}`;
}

/** Stems stand in the same map as whole words. A word as it is written goes before a word with the same stem. */
function stemKey(token: string): string {
  return `*${stem(token)}`;
}

function formsOf(token = ""): string[] {
  return [token, stemKey(token)];
}

function collectTerms(same: Synonyms["same"]): Map<string, string> {
  const terms = new Map<string, string>();
  for (const group of same) {
    for (const [token, second] of group.map(toTokens)) {
      if (token === undefined || second !== undefined) continue;
      for (const form of formsOf(token)) if (!terms.has(form)) terms.set(form, sharedTerm(group[0] ?? ""));
    }
  }
  return terms;
}

type Meaning = Omit<Phrase, "length">;

function collectPhrases({ same, ask, ours, near }: Synonyms): Map<string, Meaning> {
  const phrases = new Map<string, Meaning>();
  const add = (words: string, meaning: Meaning): void => {
    const tokens = toTokens(words);
    const key = tokens.map(stem).join(" ");
    if (tokens.length > 1 && !phrases.has(key)) phrases.set(key, meaning);
  };
  for (const group of same) {
    for (const words of group) add(words, { term: sharedTerm(group[0] ?? "") });
  }
  for (const group of ask) {
    for (const words of group) add(words, { term: sharedTerm(group[0] ?? ""), kind: "filler" });
  }
  for (const words of [...ours, ...near]) add(words, { term: sharedTerm(words) });
  return phrases;
}
