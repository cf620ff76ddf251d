import { expect, test } from "@jest/globals";
import { countTerms } from "../../src/knowledge/rarity.ts";
import { smallAnalyse } from "./support/small-knowledge.ts";

const analyse = smallAnalyse();
const rarity = countTerms(["partners gezin", "partners", "partners"].map((text) => analyse(text)));
const of = (word: string) => rarity(analyse(word)[0]?.term ?? "");

test("a word in one article is the rarest, and a word in all of them less", () => {
  expect(of("gezin")).toBeCloseTo(1);
  expect(of("partners")).toBeLessThan(0.5);
});

test("the rarity of a word that no article has is unknown", () => {
  expect(of("vakantie")).toBeUndefined();
});
