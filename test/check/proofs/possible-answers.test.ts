import { expect, test } from "@jest/globals";
import { possibleAnswers } from "../../../src/check/proofs/possible-answers.ts";
import type { Atom } from "../../../src/content/schema/condition.ts";
import { makeQuestion } from "../../support/make-content.ts";

const atom = (is: string[], atLeast = 1): Atom => ({ question: "v", is, "at-least": atLeast });

test("a single question has one answer for each group of options that conditions tell apart", () => {
  const question = makeQuestion("v", { options: ["a", "b", "c", "d"] });
  expect(possibleAnswers(question, [atom(["a", "b"])])).toEqual([["a"], ["c"], ["weet-ik-niet"]]);
});

test("a multiple question has every combination of those, but options that stand alone stay alone", () => {
  const options = ["a", "b", { id: "niets", text: "Niets", alone: true }];
  const question = makeQuestion("v", { kind: "multiple", options });
  const answers = possibleAnswers(question, [atom(["a"])]);
  expect(answers).toContainEqual(["niets"]);
  expect(answers).toContainEqual(["a", "b"]);
  expect(answers.filter((answer) => answer.includes("niets"))).toHaveLength(1);
});

test("a condition that counts gets as many options as it can count", () => {
  const question = makeQuestion("v", { kind: "multiple", options: ["a", "b", "c", "d"] });
  const most = (atoms: Atom[]) =>
    Math.max(...possibleAnswers(question, atoms).map((answer) => answer.filter((id) => "abc".includes(id)).length));
  expect(most([atom(["a", "b", "c"])])).toBe(1);
  expect(most([atom(["a", "b", "c"], 2)])).toBe(2);
});
