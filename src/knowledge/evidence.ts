import type { Word } from "./analyse.ts";
import type { Match } from "./article-index.ts";
import type { Rarity } from "./rarity.ts";

/**
 * Points for and against the claim that an article answers a question. Measured, not chosen: these
 * are the weights, rounded, of a logistic regression on the evaluation set in `test/knowledge/eval/`
 * (an article that may be shown, or a question that no article answers).
 */
const POINTS = {
  /** The article holds a word of our field, a word near it, or another word (times its rarity). */
  ours: 3.2,
  near: 1.8,
  other: 1.4,
  /** The words of the question and of an example question are the same (times the share above a half, doubled). */
  alike: 1.7,
  /** A word about something else. */
  elsewhere: -4.6,
  /** A word that no article has. */
  unknown: -1.4,
  /** Another word that this article does not have (times its rarity). */
  missed: -0.9,
  /** Without anything for or against. */
  start: -0.5,
} as const;

/** A part of a compound says less than the whole, and a misspelled word less than a good one. */
const BY_PARTS = 0.75;
const CORRECTED = 0.85;

/** The chance, from 0 to 1, that an article with this evidence answers the question: comparable between questions. */
export function toConfidence(evidence: number): number {
  return 1 / (1 + Math.exp(-evidence));
}

/** The sum of all points: above 0 there is more for the article than against it. */
export function evidence(words: readonly Word[], match: Match, rarity: Rarity): number {
  const points = words.map((word) => pointsFor(word, match, rarity));
  return points.reduce((sum, each) => sum + each, POINTS.start + POINTS.alike * Math.max(0, 2 * match.alike - 1));
}

function pointsFor(word: Word, { holds }: Match, rarity: Rarity): number {
  if (word.kind === "filler") return 0;
  if (word.kind === "elsewhere") return POINTS.elsewhere;
  const held = heldShare(word, holds);
  if (word.kind !== "other") return POINTS[word.kind] * held;
  const rare = rarity(word.term) ?? rarest(word.parts, rarity);
  if (rare === undefined) return POINTS.unknown;
  return rare * (POINTS.other * held + POINTS.missed * (1 - held));
}

function heldShare({ term, parts, corrected }: Word, holds: Match["holds"]): number {
  const ofParts = parts.reduce((sum, part) => sum + holds(part), 0) / Math.max(1, parts.length);
  return Math.max(holds(term), BY_PARTS * ofParts) * (corrected ? CORRECTED : 1);
}

function rarest(parts: readonly string[], rarity: Rarity): number | undefined {
  const known = parts.map(rarity).filter((rare) => rare !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
