import { expect, test } from "@jest/globals";
import { readText } from "../../src/personal-data/reading.ts";

test("A text is split in words, numbers and marks.", () => {
  const { tokens } = readText("Jan-Willem's 12b.");
  expect(tokens.map(({ key, kind }) => [key, kind])).toEqual([
    ["jan", "word"],
    ["-", "mark"],
    ["willem's", "word"],
    ["12", "number"],
    ["b", "word"],
    [".", "mark"],
  ]);
});

test("The first word of each sentence and line is known.", () => {
  const { tokens } = readText("Daan belt. Roos niet\n- Wil ook");
  expect(tokens.filter(({ first }) => first).map(({ key }) => key)).toEqual(["daan", "roos", "-", "wil"]);
});

test("A hyphen inside a word starts no sentence.", () => {
  expect(readText("met Jan-Willem").tokens.at(-1)?.first).toBe(false);
});

test("Capitals at the start and throughout are told apart.", () => {
  const { tokens } = readText("Kevin GGZ slaat A");
  expect(tokens.map(({ capital, caps }) => [capital, caps])).toEqual([
    [true, false],
    [false, true],
    [false, false],
    [true, false],
  ]);
});
