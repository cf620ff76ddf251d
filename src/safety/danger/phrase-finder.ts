import { BIG_NUMBER, NUMBER } from "../../content/schema/danger.ts";
import type { Word } from "./split-words.ts";
import { createWordMatcher, type WordMatcher } from "./word-matcher.ts";

/** One place where a phrase stands: the numbers of its words in the sentence. Words in its gaps are not part of it. */
export type Hit = readonly number[];

/** Where the phrases of a group stand in a sentence. */
export type Hits = (group: string) => readonly Hit[];

export interface Wording {
  /** Phrases by name of the group. */
  groups: ReadonlyMap<string, readonly string[]>;
  /** Groups whose phrases may have one other word between two words. */
  loose: ReadonlySet<string>;
  /** Phrases that are looked for first: their words do not count in others. */
  hiding: readonly string[];
  /** Words that are not a misspelt word from a phrase. */
  ordinary: readonly string[];
}

interface Phrase {
  group: string;
  parts: readonly string[];
  /** How many other words may stand between two of its words. */
  slack: number;
}

type PhrasesByStart = ReadonlyMap<string, readonly Phrase[]>;

/** What each word of a sentence can stand for in a phrase. */
type Labels = readonly ReadonlySet<string>[];

const GAP = "..";
const LAST = ".";
const LONGEST_GAP = 3;
const HIDING = "hiding";
const NOTHING: ReadonlySet<string> = new Set();
const TOO_BIG = 1000;
const BIG = 15;

/** Finds phrases as `content/schema/danger.ts` describes them. */
export function createPhraseFinder({
  groups,
  loose,
  hiding,
  ordinary,
}: Wording): (sentences: readonly (readonly Word[])[]) => Hits[] {
  const phrases = [...groups].flatMap(([group, list]) =>
    list.map((text) => toPhrase(group, text, loose.has(group) ? 1 : 0)),
  );
  const hidingPhrases = hiding.map((text) => toPhrase(HIDING, text, 0));
  const words = [...phrases, ...hidingPhrases].flatMap(({ parts }) => parts.filter(isWord).map(withoutLast));
  const matchWord = createWordMatcher(words, ordinary);
  const groupNames = namesBySingleWord(phrases);
  const starts = byStart(phrases);
  const hidingStarts = byStart(hidingPhrases);
  return (sentences) => {
    const patternsOf = remembering(matchWord);
    return sentences.map((sentence) => hitsIn(sentence, patternsOf));
  };

  function hitsIn(sentence: readonly Word[], patternsOf: WordMatcher): Hits {
    const labels = sentence.map((word, at) =>
      labelsOf(word.text, patternsOf(word.text), word.clause !== sentence[at + 1]?.clause),
    );
    const hidden = new Set((find(hidingStarts, labels).get(HIDING) ?? []).flat());
    const found = find(starts, hidden.size > 0 ? labels.map((set, at) => (hidden.has(at) ? NOTHING : set)) : labels);
    return (group) => found.get(group) ?? [];
  }

  /** The patterns that a word fits, and `<group>` for each group that lists one of these. */
  function labelsOf(text: string, patterns: readonly string[], isLast: boolean): Set<string> {
    const asLast = isLast ? patterns.map((pattern) => pattern + LAST) : [];
    const labels = new Set([...patterns, ...asLast, ...numberLabels(Number(text))]);
    for (const label of labels) for (const name of groupNames.get(label) ?? []) labels.add(name);
    return labels;
  }
}

/** Looks up each word of a text once, and forgets them after it. */
function remembering(match: WordMatcher): WordMatcher {
  const found = new Map<string, readonly string[]>();
  return (word) => {
    const patterns = found.get(word) ?? match(word);
    found.set(word, patterns);
    return patterns;
  };
}

function toPhrase(group: string, text: string, slack: number): Phrase {
  return { group, slack, parts: text.split(" ") };
}

function isWord(part: string): boolean {
  return part !== GAP && !part.startsWith("<");
}

function withoutLast(part: string): string {
  return part.endsWith(LAST) ? part.slice(0, -1) : part;
}

function numberLabels(value: number): string[] {
  if (!(value < TOO_BIG)) return [];
  return value < BIG ? [`<${NUMBER}>`] : [`<${NUMBER}>`, `<${BIG_NUMBER}>`];
}

/** By single word, the groups that list it and that phrases name. */
function namesBySingleWord(phrases: readonly Phrase[]): Map<string, string[]> {
  const used = new Set(phrases.flatMap(({ parts }) => parts));
  const names = new Map<string, string[]>();
  for (const { group, parts } of phrases) {
    if (parts.length === 1 && used.has(`<${group}>`)) push(names, parts[0] ?? "", `<${group}>`);
  }
  return names;
}

function byStart(phrases: readonly Phrase[]): PhrasesByStart {
  return Map.groupBy(phrases, ({ parts }) => parts[0] ?? "");
}

function find(starts: PhrasesByStart, labels: Labels): Map<string, Hit[]> {
  const found = new Map<string, Hit[]>();
  for (const [at, set] of labels.entries()) {
    for (const label of set) {
      for (const phrase of starts.get(label) ?? []) {
        const hit = mayFollow(phrase, labels, at) ? matchFrom(phrase, labels, at) : undefined;
        if (hit) push(found, phrase.group, hit);
      }
    }
  }
  return found;
}

/** Whether the second word of the phrase stands where it should. Spares most of the work. */
function mayFollow({ parts, slack }: Phrase, labels: Labels, at: number): boolean {
  const second = parts[1];
  if (second === undefined || second === GAP || labels[at + 1]?.has(second)) return true;
  return slack > 0 && labels[at + 2]?.has(second) === true;
}

/** The words of the phrase when it starts at word `at`; undefined when it does not stand there. */
function matchFrom({ parts, slack }: Phrase, labels: Labels, at: number): Hit | undefined {
  return matchParts(parts, 1, labels, at + 1, slack, slack)
    ?.concat(at)
    .reverse();
}

/**
 * The words of the parts from `index` on, last one first, when these start at most `gap` words after `from`.
 * @param slack how many other words may stand between two words
 */
function matchParts(
  parts: readonly string[],
  index: number,
  labels: Labels,
  from: number,
  gap: number,
  slack: number,
): number[] | undefined {
  const part = parts[index];
  if (part === undefined) return [];
  if (part === GAP) return matchParts(parts, index + 1, labels, from, LONGEST_GAP, slack);
  for (let word = from; word <= from + gap; word += 1) {
    const rest = labels[word]?.has(part) ? matchParts(parts, index + 1, labels, word + 1, slack, slack) : undefined;
    if (rest) {
      rest.push(word);
      return rest;
    }
  }
  return undefined;
}

function push<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
