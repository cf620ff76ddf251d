import { expect, test } from "@jest/globals";
import { weightOf } from "../../src/language/classifier.ts";
import { featuresOf } from "../../src/language/features.ts";
import { learnTwo } from "../../src/language/learn-two.ts";
import { wordWeights } from "../../src/language/word-weights.ts";

const LINES: [string, string][] = [
  ["hij slaat haar", "gevaar"],
  ["hij schopt en slaat", "gevaar"],
  ["vader slaat het kind", "gevaar"],
  ["wie haalt het kind op?", "gewoon"],
  ["ze gaat naar de markt", "gewoon"],
  ["wanneer gaat hij naar de markt?", "gewoon"],
];
const model = learnTwo(
  LINES.map(([text, label]) => ({ features: featuresOf(text), label })),
  { atLeast: 1 },
);

test("the words of a text share all that speaks for and against", () => {
  const text = "Slaat hij haar op de markt?";
  const weights = wordWeights(model, text, "gevaar");
  const { keys, values } = featuresOf(text);
  const all = keys.reduce((sum, key, at) => sum + weightOf(model, key, "gevaar") * (values[at] ?? 0), 0);
  expect(weights.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(all);
  expect(weights[0]?.word).toBe("slaat");
  expect(weights.find(({ word }) => word === "markt")?.adds).toBeLessThan(0);
  expect(weights.find(({ word }) => word === "?")?.adds).toBeLessThan(0);
});

test("a word that was never seen weighs nothing, and a misspelt one by its letters", () => {
  expect(wordWeights(model, "xyz", "gevaar")).toEqual([]);
  expect(wordWeights(model, "slaatt", "gevaar")[0]).toMatchObject({ word: "slaatt" });
});
