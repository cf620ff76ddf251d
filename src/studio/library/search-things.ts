import { setImmediate } from "node:timers/promises";
import { comparable } from "../../language/normalise.ts";
import type { Library } from "./read-library.ts";
import type { Sentence, Thing } from "./thing.ts";

export interface SearchHit {
  thing: Thing;
  sentence: Sentence;
  score: number;
}

const MOST = 60;

const SENTENCES_AT_A_TIME = 1_000;

/** Of the words that are looked for, this part must be in the sentence. */
const ENOUGH = 0.6;

/**
 * The things in which somebody can have seen `text`, the best first, each once. What the bot fills in itself, such as a
 * name of a region, need not be the same.
 */
export async function searchThings({ things }: Library, text: string): Promise<SearchHit[]> {
  const wanted = comparable(text);
  const words = [...new Set(wanted.split(" "))].filter((word) => word.length > 1);
  if (words.length === 0) return [];
  const found: SearchHit[] = [];
  let looked = 0;
  for (const thing of things) {
    looked += thing.sentences.length;
    // Looking through all sentences takes some tens of milliseconds: in between, the turns of workers go on.
    if (looked >= SENTENCES_AT_A_TIME) {
      looked = 0;
      await setImmediate();
    }
    const best = [byId(thing, wanted), ...thing.sentences.map((sentence) => scored(thing, sentence, wanted, words))];
    const top = best.reduce<SearchHit | undefined>((a, b) => (b && b.score > (a?.score ?? 0) ? b : a), undefined);
    if (top) found.push(top);
  }
  return found.sort((a, b) => b.score - a.score).slice(0, MOST);
}

function byId(thing: Thing, wanted: string): SearchHit | undefined {
  if (comparable(thing.id) !== wanted) return undefined;
  return { thing, sentence: { where: "vaste naam", text: thing.id, plain: wanted }, score: 3 };
}

function scored(thing: Thing, sentence: Sentence, wanted: string, words: readonly string[]): SearchHit | undefined {
  const { plain } = sentence;
  if (plain === wanted) return { thing, sentence, score: 4 };
  if (plain.includes(wanted)) return { thing, sentence, score: 2 + wanted.length / plain.length };
  // A short sentence that was seen together with others, as on a card that was copied.
  if (plain.length > 20 && wanted.includes(plain))
    return { thing, sentence, score: 1.5 + plain.length / wanted.length };
  const own = new Set(plain.split(" "));
  const share = words.filter((word) => own.has(word)).length / words.length;
  if (words.length < 2 || share < ENOUGH) return undefined;
  return { thing, sentence, score: share };
}

/** The part of a found text that fits best: the sentence in it with most of the words that were looked for. */
export function bestPart(text: string, wanted: string): string {
  const words = new Set(comparable(wanted).split(" "));
  const hits = (part: string) =>
    new Set(
      comparable(part)
        .split(" ")
        .filter((word) => words.has(word)),
    ).size;
  const parts = text.split(/(?<=[.!?])\s+|\n+/).filter((part) => part.trim() !== "");
  return parts.reduce((best, part) => (hits(part) > hits(best) ? part : best), parts[0] ?? text);
}
