import { expect, test } from "@jest/globals";
import { createWholeIndex } from "../../src/knowledge/whole-index.ts";
import { smallAnalyse } from "./support/small-knowledge.ts";

const analyse = smallAnalyse();
const index = createWholeIndex();
const parts = { title: [], questions: [], words: [], text: [] };
index.add("in-title", { ...parts, title: analyse("partners") });
index.add("in-text", { ...parts, text: analyse("partners en een gezin") });
const term = analyse("partners")[0]?.term ?? "";

test("an article with a word in its title comes before one with it in its text", () => {
  expect(index.find(analyse("welke partners")).map(({ id }) => id)).toEqual(["in-title", "in-text"]);
});

test("a word in the title is held firmly, in the text less, and elsewhere not", () => {
  const [inTitle, inText] = index.find(analyse("partners"));
  expect([inTitle?.holds(term), inText?.holds(term), inTitle?.holds("gezin")]).toEqual([1, 0.5, 0]);
});

test("words that say nothing find nothing", () => {
  expect(index.find(analyse("wat is het"))).toEqual([]);
});
