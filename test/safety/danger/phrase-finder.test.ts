import { expect, test } from "@jest/globals";
import { createPhraseFinder } from "../../../src/safety/danger/phrase-finder.ts";
import { splitWords } from "../../../src/safety/danger/split-words.ts";

const GROUPS = {
  kind: ["baby*", "<getal> jarige"],
  doden: ["maakt .. dood", "doodslaan"],
  opgeven: ["wil niet meer."],
  slaan: ["slaat <kind>", "pak slaag"],
  veel: ["<groot-getal> keer"],
};

const find = createPhraseFinder({
  groups: new Map(Object.entries(GROUPS)),
  loose: new Set(["slaan"]),
  hiding: ["laptop .. dood", "slaat op"],
  ordinary: [],
});

/** The words at which phrases of the group stand. */
function hits(group: string, text: string): string[] {
  const [words = []] = splitWords(text, new Map());
  const [hitsOf] = find([words]);
  return (hitsOf?.(group) ?? []).map((hit) => hit.map((at) => words[at]?.text).join(" "));
}

test("A phrase of one word stands wherever the word does, with its ending.", () => {
  expect(hits("kind", "de baby en het babytje")).toEqual(["baby", "babytje"]);
});

test("Two points leave room for three words, and no more.", () => {
  expect(hits("doden", "hij maakt haar echt helemaal dood")).toEqual(["maakt dood"]);
  expect(hits("doden", "hij maakt haar echt nog helemaal dood")).toEqual([]);
});

test("A loose group leaves room for one word, another group for none.", () => {
  expect(hits("slaan", "een pak flinke slaag")).toEqual(["pak slaag"]);
  expect(hits("veel", "20 hele keer")).toEqual([]);
});

test("The name of a group stands for any single word of it.", () => {
  expect(hits("slaan", "ze slaat babys")).toEqual(["slaat babys"]);
});

test("A point asks for the end of the clause.", () => {
  expect(hits("opgeven", "ze wil niet meer, zegt ze")).toEqual(["wil niet meer"]);
  expect(hits("opgeven", "ze wil niet meer praten")).toEqual([]);
});

test("A number is under a thousand, a big one from fifteen.", () => {
  expect(hits("kind", "8 jarige")).toEqual(["8 jarige"]);
  expect(hits("veel", "15 keer")).toEqual(["15 keer"]);
  expect(hits("veel", "14 keer")).toEqual([]);
  expect(hits("veel", "2023 keer")).toEqual([]);
});

test("The words of a figure of speech do not count.", () => {
  expect(hits("doden", "dat maakt mijn laptop dood")).toEqual([]);
  expect(hits("slaan", "de baby slaat op")).toEqual([]);
});
