import { expect, test } from "@jest/globals";
import { joinSplitWords } from "../../src/knowledge/join-split-words.ts";

const isUsed = (token: string) => ["meldcode", "veiligheidsplan", "ingaan", "kindcheck"].includes(token);

test("a compound that was split becomes whole", () => {
  expect(joinSplitWords(["wat", "is", "de", "meld", "code"], isUsed)).toEqual(["wat", "is", "de", "meldcode"]);
});

test("two compounds after each other both become whole", () => {
  expect(joinSplitWords(["meld", "code", "kind", "check"], isUsed)).toEqual(["meldcode", "kindcheck"]);
});

test("short words and unknown compounds stay apart", () => {
  expect(joinSplitWords(["in", "gaan"], isUsed)).toEqual(["in", "gaan"]);
  expect(joinSplitWords(["fiets", "code"], isUsed)).toEqual(["fiets", "code"]);
});

test("nothing stays nothing", () => {
  expect(joinSplitWords([], isUsed)).toEqual([]);
});
