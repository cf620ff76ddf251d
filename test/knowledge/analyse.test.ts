import { expect, test } from "@jest/globals";
import { smallAnalyse } from "./support/small-knowledge.ts";

const analyse = smallAnalyse();
const termsIn = (text: string) => analyse(text).flatMap(({ kind, term }) => (kind === "filler" ? [] : [term]));

test.each([
  ["mda plus plus", "MDA++"],
  ["multidisciplinaire aanpak", "mda"],
  ["vt bellen", "belt veilig thuis"],
])("%j says the same as %j", (one, other) => {
  expect(termsIn(one).toSorted()).toEqual(termsIn(other).toSorted());
});

test("a misspelled word of a group still makes the group", () => {
  expect(termsIn("multidisciplinare aanpak")).toEqual(termsIn("mda"));
});

test("a corrected word says so", () => {
  const [word] = analyse("veiligheidpaln");
  expect(word).toMatchObject({ corrected: true, kind: "ours", term: analyse("veiligheidsplan")[0]?.term });
});

test("each word has the kind that staff gave it", () => {
  expect(analyse("wie bel ik in de vakantie over mda").map(({ kind }) => kind)).toEqual([
    "filler",
    "near",
    "filler",
    "filler",
    "filler",
    "elsewhere",
    "other",
    "ours",
  ]);
});

test("what was typed is not kept: the same unknown word is read anew each time", () => {
  expect(analyse("xqzwvbnmk")[0]).not.toBe(analyse("xqzwvbnmk")[0]);
  expect(analyse("partners")[0]).toBe(analyse("partners")[0]);
});
