import { readText, type Token } from "./reading.ts";

/** Finds phrases of one or more words in a text. */
export interface Phrases {
  /** How many tokens the longest phrase takes that starts at `index`; 0 when none does. */
  lengthAt(tokens: readonly Token[], index: number): number;
}

/** @param list phrases in any case, with or without accents */
export function createPhrases(list: readonly string[]): Phrases {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of list) {
    const keys = readText(phrase).tokens.map(({ key }) => key);
    const first = keys[0] ?? "";
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), keys].toSorted((a, b) => b.length - a.length),
    );
  }
  return {
    lengthAt: (tokens, index) =>
      byFirst.get(tokens[index]?.key ?? "")?.find((keys) => standsAt(keys, tokens, index))?.length ?? 0,
  };
}

function standsAt(keys: readonly string[], tokens: readonly Token[], index: number): boolean {
  return keys.every((key, offset) => tokens[index + offset]?.key === key);
}
