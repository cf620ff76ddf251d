import { expect, test } from "@jest/globals";
import { createLineIndex } from "../../src/knowledge/line-index.ts";
import { smallAnalyse } from "./support/small-knowledge.ts";

const analyse = smallAnalyse();
const index = createLineIndex();
index.add("plan", analyse("hoe maak ik een veiligheidsplan"));
index.add("plan", analyse("partners"));
index.add("nummer", analyse("hoe bel ik veilig thuis"));
const find = index.find(analyse("hoe bel ik veilig thuis"));

test("the same line is wholly alike", () => {
  expect(find("nummer").alike).toBe(1);
});

test("another line is less alike and scores less", () => {
  expect(find("plan").alike).toBeGreaterThan(0);
  expect(find("plan").alike).toBeLessThan(1);
  expect(find("plan").score).toBeLessThan(find("nummer").score);
});

test("an article without a shared word, or without lines, has nothing", () => {
  expect(index.find(analyse("vakantie"))("plan")).toEqual({ score: 0, alike: 0 });
  expect(find("onbekend")).toEqual({ score: 0, alike: 0 });
});
