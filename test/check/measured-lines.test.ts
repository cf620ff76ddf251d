import { expect, test } from "@jest/globals";
import { changedSides, missedLines } from "../../src/check/measured-lines.ts";
import { readLines } from "../../src/check/read-lines.ts";
import type { Understanding } from "../../src/conversation/turn/understanding.ts";

const LINES = readLines(
  "# danger slaan nu\nhij slaat haar\nhij mept haar\n# ordinary nieuws\nhij klopt slagroom\n# case\nzij is zes jaar",
  "anna",
);

/** Danger is whatever has one of these words. */
function seeing(...words: string[]): Understanding {
  const level = (text: string) => (words.some((word) => text.includes(word)) ? "nu" : "geen");
  return { danger: (text: string) => ({ level: level(text), signs: [] }) } as unknown as Understanding;
}

const lettersOf = (...words: string[]) => missedLines(LINES, seeing(...words)).map(({ letters }) => letters);

test("a measured line that changed side is named, with how many", () => {
  const before = lettersOf("slaat", "mept");
  expect(changedSides(before, missedLines(LINES, seeing("slaat", "slag")))).toEqual([
    "Let op: 2 meetregels veranderden van kant: 0 gaan nu goed en 2 nu mis.",
    '    niet meer als gevaar gezien: "hij mept haar"',
    '    nu voor gevaar aangezien: "hij klopt slagroom"',
  ]);
});

test("one that goes well now is counted", () => {
  expect(changedSides(lettersOf("slaat"), missedLines(LINES, seeing("slaat", "mept")))).toEqual([
    "Let op: 1 meetregels veranderden van kant: 1 gaan nu goed en 0 nu mis.",
  ]);
});

test("nothing is said when no line changed side", () => {
  expect(changedSides(lettersOf("slaat"), missedLines(LINES, seeing("slaat")))).toEqual([]);
});
