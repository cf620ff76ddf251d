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
/** Begins the name of a group of letters, which counts for less. */
const LIGHT_MARK = "~";
/** What a group of letters counts for. Measured: see `docs/adr/0016-typed-text-is-learned-from-examples.md`. */
const LIGHT = 0.3;

/** Reads a text once, for every classifier that is asked about it. */
export function featuresOf(text: string): Features {
  return featuresNamed(featureNames(text));
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

/** What a text is read by, each once: its words, pairs of words that stand close together, and groups of letters. */
export function featureNames(text: string): string[] {
  const words = toWords(text);
  const names = new Set<string>();
  words.forEach((word, at) => {
    names.add(`w ${word}`);
    names.add(`p ${words[at - 1] ?? "^"} ${word}`);
    for (const far of words.slice(at + 2, at + 2 + WIDEST_GAP)) names.add(`g ${word} ${far}`);
    addLetterGroups(names, `<${word}>`);
  });
  if (words.length > 0) names.add(`p ${words.at(-1)} $`);
  if (text.includes("?")) names.add("?");
  return [...names];
}

function addLetterGroups(names: Set<string>, word: string): void {
  for (let length = SHORTEST_GROUP; length <= LONGEST_GROUP; length += 1) {
    for (let at = 0; at + length <= word.length; at += 1) names.add(LIGHT_MARK + word.slice(at, at + length));
  }
}

/** Features by their names. */
export function featuresNamed(names: readonly string[]): Features {
  const share = 1 / Math.sqrt(names.length || 1);
  const keys = new Uint32Array(names.length);
  const values = new Float32Array(names.length);
  names.forEach((name, at) => {
    keys[at] = hash(name);
    values[at] = name.startsWith(LIGHT_MARK) ? LIGHT * share : share;
  });
  return { keys, values };
}

/** FNV-1a over the UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
