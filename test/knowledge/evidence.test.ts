import { expect, test } from "@jest/globals";
import type { Word } from "../../src/knowledge/analyse.ts";
import { evidence, toConfidence } from "../../src/knowledge/evidence.ts";
import { article } from "./support/small-knowledge.ts";

const word = (kind: Word["kind"], given: Partial<Word> = {}): Word => ({
  term: kind,
  parts: [],
  kind,
  corrected: false,
  ...given,
});
const match = { article: article("a"), whole: 1, line: 1, alike: 0, holds: (term: string) => (term === "not" ? 0 : 1) };
const rarity = (term: string) => (term === "new" ? undefined : 1);
const pointsOf = (...words: Word[]) => evidence(words, match, rarity);

test("words of our field say more than words near it, and those more than others", () => {
  expect(pointsOf(word("ours"))).toBeGreaterThan(pointsOf(word("near")));
  expect(pointsOf(word("near"))).toBeGreaterThan(pointsOf(word("other")));
  expect(pointsOf(word("other"))).toBeGreaterThan(pointsOf());
});

test("words about something else, unknown words and missed words count against an article", () => {
  expect(pointsOf(word("elsewhere"))).toBeLessThan(pointsOf(word("other", { term: "new" })));
  expect(pointsOf(word("other", { term: "new" }))).toBeLessThan(pointsOf(word("other", { term: "not" })));
  expect(pointsOf(word("other", { term: "not" }))).toBeLessThan(pointsOf());
});

test("words that say nothing change nothing", () => {
  expect(pointsOf(word("filler"), word("ours"))).toBe(pointsOf(word("ours")));
});

test("a misspelled word and a part of a compound say less", () => {
  expect(pointsOf(word("ours", { corrected: true }))).toBeLessThan(pointsOf(word("ours")));
  expect(pointsOf(word("ours", { term: "not", parts: ["part"] }))).toBeLessThan(pointsOf(word("ours")));
});

test("as many points for as against is an even chance", () => {
  expect(toConfidence(0)).toBe(0.5);
  expect(toConfidence(5)).toBeGreaterThan(0.99);
});
