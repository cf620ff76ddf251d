import { readable } from "./normalise.ts";

/** A full stop after a shorter word belongs to an abbreviation, as in "4 mnd." */
const SHORTEST_LAST_WORD = 4;
/** In words. Who dictates a message leaves full stops out; then it is cut into pieces. */
const LONGEST_SENTENCE = 40;

const PIECE = /[^.!?;\n]+[.!?;\n]*/gu;

/** The sentences of a text, as typed; a very long one in pieces. At least one, also of an empty text. */
export function toSentences(text: string): string[] {
  return toWholeSentences(text).flatMap(cutSentence);
}

/** The same, however long a sentence is. */
export function toWholeSentences(text: string): string[] {
  const sentences: string[] = [];
  let open = "";
  const whole = readable(text);
  for (const { 0: piece, index } of whole.matchAll(PIECE)) {
    open += piece;
    if (!endsSentence(open, whole.slice(index + piece.length))) continue;
    sentences.push(open);
    open = "";
  }
  if (open.trim() !== "") sentences.push(open);
  return sentences.length > 0 ? sentences : [""];
}

function endsSentence(piece: string, rest: string): boolean {
  if (/[!?;\n]$/u.test(piece) || piece.endsWith("..")) return true;
  const word = /(?:^|[^\p{Letter}])(\p{Letter}*)\.$/u.exec(piece)?.[1] ?? "";
  return word.length >= SHORTEST_LAST_WORD || /^\s+\p{Lu}/u.test(rest);
}

/** A sentence, when it is very long in pieces. */
export function cutSentence(sentence: string): string[] {
  const words = sentence.trim().split(/\s+/);
  const count = Math.ceil(words.length / LONGEST_SENTENCE);
  const size = Math.ceil(words.length / count);
  return Array.from({ length: count }, (_, at) => words.slice(at * size, (at + 1) * size).join(" "));
}
