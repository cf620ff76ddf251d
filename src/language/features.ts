import { toWords } from "./words.ts";

/** What stands in a text, as a classifier reads it. */
export interface Features {
  /** Hash of the name of each different feature. */
  keys: Uint32Array;
  /** What each counts for: less in a longer text, so that a long text weighs no more than a short one. */
  values: Float32Array;
}

/** Letters in a group. Groups of letters let a misspelt word still be understood. */
const SHORTEST_GROUP = 3;
const LONGEST_GROUP = 5;
/** How many words may stand between the two words of a pair: "slaat … over". Measured, as all here. */
const WIDEST_GAP = 4;
/** What a group of letters counts for. Measured: see `docs/adr/0016-typed-text-is-learned-from-examples.md`. */
const LIGHT = 0.3;

/** FNV-1a over the UTF-16 units. Keys of features begin with the hash of their sort. */
const BASIS = 0x811c9dc5;
const WORD = extend(BASIS, "w ");
const PAIR = extend(BASIS, "p ");
const GAP = extend(BASIS, "g ");
const GROUP = extend(BASIS, "~");
const QUESTION = extend(BASIS, "?") >>> 0;
const START = "^";
const END = "$";

/** Told of each feature of a text and the words that it is made of; more than once when it stands there more often. */
export type FeatureVisitor = (key: number, isGroup: boolean, ...words: string[]) => void;

/** Reads a text once, for every classifier that is asked about it. */
export function featuresOf(text: string): Features {
  const words = toWords(text);
  const letters = words.reduce((sum, { length }) => sum + length, 0);
  // As many as there can be, so that nothing need grow: this runs for every part of every message.
  const full = new Uint32Array(words.length * (WIDEST_GAP + 2) + 2);
  const light = new Uint32Array((letters + 2 * words.length) * (LONGEST_GROUP - SHORTEST_GROUP + 1));
  let fulls = 0;
  let lights = 0;
  visitAll(words, text, (key, isGroup) => {
    if (isGroup) light[lights++] = key;
    else full[fulls++] = key;
  });
  const heavy = distinct(full.subarray(0, fulls));
  const groups = distinct(light.subarray(0, lights));
  const size = heavy.length + groups.length;
  const keys = new Uint32Array(size);
  keys.set(heavy);
  keys.set(groups, heavy.length);
  const share = 1 / Math.sqrt(size || 1);
  return { keys, values: new Float32Array(size).fill(share).fill(LIGHT * share, heavy.length) };
}

/** As `featuresOf`, and remembers: for learning, where many classifiers read the same lines. */
export function createFeatureReader(): (text: string) => Features {
  const known = new Map<string, Features>();
  return (text) => {
    const features = known.get(text) ?? featuresOf(text);
    known.set(text, features);
    return features;
  };
}

/** What a text is read by: its words, pairs of words that stand close together, and groups of letters. */
export function eachFeature(text: string, visit: FeatureVisitor): void {
  visitAll(toWords(text), text, visit);
}

function visitAll(words: readonly string[], text: string, visit: FeatureVisitor): void {
  words.forEach((word, at) => {
    visit(extend(WORD, word) >>> 0, false, word);
    visitPair(PAIR, words[at - 1] ?? START, word, visit);
    const last = Math.min(at + 1 + WIDEST_GAP, words.length - 1);
    for (let far = at + 2; far <= last; far += 1) visitPair(GAP, word, words[far] as string, visit);
    visitGroups(word, visit);
  });
  const last = words.at(-1);
  if (last !== undefined) visitPair(PAIR, last, END, visit);
  if (text.includes("?")) visit(QUESTION, false, "?");
}

function visitPair(sort: number, word: string, other: string, visit: FeatureVisitor): void {
  visit(extend(extend(extend(sort, word), " "), other) >>> 0, false, word, other);
}

function visitGroups(word: string, visit: FeatureVisitor): void {
  const marked = `<${word}>`;
  for (let from = 0; from + SHORTEST_GROUP <= marked.length; from += 1) {
    const end = Math.min(from + LONGEST_GROUP, marked.length);
    let key = GROUP;
    for (let at = from; at < end; at += 1) {
      key = Math.imul(key ^ marked.charCodeAt(at), 0x01000193);
      if (at - from + 1 >= SHORTEST_GROUP) visit(key >>> 0, true, word);
    }
  }
}

function extend(hash: number, text: string): number {
  let value = hash;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

/** Each key once, in place, from low to high. */
function distinct(keys: Uint32Array): Uint32Array {
  keys.sort();
  let kept = 0;
  for (let at = 0; at < keys.length; at += 1)
    if (at === 0 || keys[at] !== keys[at - 1]) keys[kept++] = keys[at] as number;
  return keys.subarray(0, kept);
}
