import { fold, readable } from "../language/normalise.ts";
import { withDigits } from "./number-words.ts";

/** One word, number or mark of a typed text. */
export interface Token {
  /** Lower case, without accents. */
  key: string;
  kind: "word" | "number" | "mark";
  /** Starts with a capital and is not all capitals. */
  capital: boolean;
  /** Two or more letters, all capitals. */
  caps: boolean;
  /** First word of a sentence or line: a capital says nothing there. */
  first: boolean;
  /** No space before it. */
  glued: boolean;
}

/** A typed text in the form in which the checks read it. */
export interface Reading {
  /** With plain hyphens, apostrophes and spaces, and digits for numbers in words. */
  text: string;
  tokens: readonly Token[];
}

/** Needs no folding, which takes time. */
const PLAIN = /^[a-z\d]+$/;
const TOKEN = /\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*|\d+|\S/gu;
const SENTENCE_END = new Set([".", "!", "?", ":", ";", "•", '"', "-"]);

/** Splits a text in words, numbers and marks, in linear time. */
export function readText(typed: string): Reading {
  const text = withDigits(readable(typed));
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(TOKEN)) {
    tokens.push(toToken(raw, text.slice(end, index), tokens.at(-1)));
    end = index + raw.length;
  }
  return { text, tokens };
}

function toToken(raw: string, gap: string, before: Token | undefined): Token {
  const kind = /^\p{L}/u.test(raw) ? "word" : /^\d/.test(raw) ? "number" : "mark";
  const lower = raw.toLowerCase();
  const caps = raw.length > 1 && raw !== lower && raw === raw.toUpperCase();
  const glued = gap === "" && before !== undefined;
  return {
    key: PLAIN.test(raw) ? raw : fold(raw),
    kind,
    capital: kind === "word" && !caps && raw.charAt(0) !== lower.charAt(0),
    caps: kind === "word" && caps,
    first: before === undefined || gap.includes("\n") || (before.kind === "mark" && endsSentence(before, glued)),
    glued,
  };
}

/** A hyphen ends nothing inside a word ("Jan-Willem"), but starts a line of a list ("- Jan"). */
function endsSentence(mark: Token, glued: boolean): boolean {
  return SENTENCE_END.has(mark.key) && !(mark.key === "-" && (glued || mark.glued));
}
