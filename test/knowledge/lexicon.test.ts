import { expect, test } from "@jest/globals";
import { createLexicon } from "../../src/knowledge/lexicon.ts";
import { stem } from "../../src/knowledge/stem.ts";
import { synonyms } from "./support/small-knowledge.ts";

const lexicon = createLexicon(
  synonyms({
    same: [
      ["slaan", "sloeg", "meppen", "in elkaar slaan"],
      ["kind", "kids"],
    ],
    ask: [["wie", "door wie"]],
    ours: ["slaan"],
    near: ["kind"],
    ignore: ["de", "sloeg"],
    elsewhere: [["vakantie", "mijn auto"]],
  }),
);
const phraseIn = (text: string) => lexicon.phraseAt(text.split(" "), text.split(" ").map(stem), 0);

test("words of one line stand for the same, in each of their regular forms", () => {
  expect(lexicon.termOf("sloeg")).toBe(lexicon.termOf("slaan"));
  expect(lexicon.termOf("mep")).toBe(lexicon.termOf("slaan"));
  expect(lexicon.termOf("kids")).not.toBe(lexicon.termOf("slaan"));
});

test("a group of words stands for its line as well, and the longest group counts", () => {
  expect(phraseIn("in elkaar slaan")).toEqual({ term: lexicon.termOf("slaan"), length: 3 });
  expect(phraseIn("in huis")).toBeUndefined();
});

test("a way to ask says nothing about the subject", () => {
  expect(phraseIn("door wie")).toMatchObject({ kind: "filler", length: 2 });
  expect(lexicon.isIgnored("wie")).toBe(true);
});

test("a word with a meaning of its own is never ignored", () => {
  expect(lexicon.isIgnored("de")).toBe(true);
  expect(lexicon.isIgnored("sloeg")).toBe(false);
});

test("the words of our field are known by what they stand for", () => {
  expect(lexicon.isOurs(lexicon.termOf("meppen"))).toBe(true);
  expect(lexicon.isNear(lexicon.termOf("kids"))).toBe(true);
  expect(lexicon.isOurs(lexicon.termOf("kids"))).toBe(false);
});

test("words about something else are known as they are, by their stem, and in compounds", () => {
  expect(lexicon.isElsewhere("vakantie")).toBe(true);
  expect(lexicon.looksElsewhere("vakanties")).toBe(true);
  expect(lexicon.looksElsewhere("zomervakantie")).toBe(true);
  expect(lexicon.looksElsewhere("vakantieplannen")).toBe(true);
  expect(lexicon.looksElsewhere("kinderen")).toBe(false);
});

test("a group of words about something else is known as it is spelled only", () => {
  expect(phraseIn("mijn auto")).toMatchObject({ kind: "elsewhere", length: 2 });
  expect(phraseIn("mijn autos")).toBeUndefined();
});
