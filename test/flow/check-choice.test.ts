import { expect, test } from "@jest/globals";
import { type ChoiceCheck, checkChoice } from "../../src/flow/check-choice.ts";
import { makeQuestion } from "../support/make-content.ts";

const single = makeQuestion("enkel");
const multiple = makeQuestion("meer", {
  kind: "multiple",
  options: ["a", "b", { id: "niets", text: "Niets", alone: true }],
});

test.each<[string, typeof single, string[], ChoiceCheck]>([
  ["one option", single, ["ja"], "ok"],
  ["weet ik niet", single, ["weet-ik-niet"], "ok"],
  ["nothing", single, [], "empty"],
  ["an option that does not exist", single, ["misschien"], "unknown-option"],
  ["two options of a single question", single, ["ja", "nee"], "too-many"],
  ["several options", multiple, ["a", "b"], "ok"],
  ["options beside weet ik niet", multiple, ["a", "weet-ik-niet"], "ok"],
  ["niets alone", multiple, ["niets"], "ok"],
  ["niets beside another", multiple, ["niets", "a"], "not-together"],
])("%s", (_name, question, chosen, expected) => {
  expect(checkChoice(question, chosen)).toBe(expected);
});
