import { expect, test } from "@jest/globals";
import { splitWords } from "../../../src/safety/danger/split-words.ts";

const NONE = new Map<string, readonly string[]>();

function sentences(text: string, shortForms = NONE): string[][] {
  return splitWords(text, shortForms).map((words) => words.map(({ text: word }) => word));
}

test("Words are in lower case, without accents and apostrophes.", () => {
  expect(sentences("'s Nachts zag cliënt FOTO’S")).toEqual([["s", "nachts", "zag", "client", "fotos"]]);
});

test("A mark at the end of a sentence and a new line start a sentence, a full stop after a short form does not.", () => {
  expect(sentences("hij slaat haar! nu weg\nik bel")).toEqual([
    ["hij", "slaat", "haar"],
    ["nu", "weg"],
    ["ik", "bel"],
  ]);
  expect(sentences("baby van 4 mnd. alleen")).toEqual([["baby", "van", "4", "mnd", "alleen"]]);
});

test("A comma, a bracket and a dash start a clause of the same sentence.", () => {
  const [words = []] = splitWords("geen mes, wel ruzie (vaak) - nu", NONE);
  expect(new Set(words.map(({ clause }) => clause)).size).toBe(4);
});

test("A short form is written out, also in several words.", () => {
  expect(
    sentences(
      "mn ex ivm ruzie",
      new Map([
        ["mn", ["mijn"]],
        ["ivm", ["in", "verband", "met"]],
      ]),
    ),
  ).toEqual([["mijn", "ex", "in", "verband", "met", "ruzie"]]);
});

test("A text without full stops is cut into sentences of eighty words.", () => {
  expect(sentences("hij slaat haar ".repeat(60)).map((words) => words.length)).toEqual([80, 80, 20]);
});

test("A text without words has no sentences.", () => {
  expect(sentences("")).toEqual([]);
  expect(sentences(" ?!… 👍 ")).toEqual([]);
});
