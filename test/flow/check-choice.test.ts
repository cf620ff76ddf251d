import { expect, test } from "@jest/globals";
import { type ChoiceCheck, checkChoice } from "../../src/flow/check-choice.ts";
import { offeredOptions } from "../../src/flow/offered-options.ts";
import { makeQuestion } from "../support/make-content.ts";

const single = makeQuestion("enkel");
const multiple = makeQuestion("meer", {
  kind: "multiple",
  options: ["a", "b", { id: "niets", text: "Niets", alone: true }],
});

const ranking = makeQuestion("rang", { kind: "ranking", ranks: "meer", options: ["a", "b", "c", "d"] });

test.each<[string, typeof single, string[], ChoiceCheck]>([
  ["one option", single, ["ja"], "ok"],
  ["weet ik niet", single, ["weet-ik-niet"], "ok"],
  ["nothing", single, [], "empty"],
  ["an option that does not exist", single, ["misschien"], "unknown-option"],
  ["two options of a single question", single, ["ja", "nee"], "too-many"],
  ["several options", multiple, ["a", "b"], "ok"],
  ["options beside weet ik niet", multiple, ["a", "weet-ik-niet"], "ok"],
  ["niets alone", multiple, ["niets"], "ok"],
  ["a ranking", ranking, ["b", "a", "c"], "ok"],
  ["more than three places", ranking, ["a", "b", "c", "d"], "too-many"],
  ["a ranking of which nobody knows the first", ranking, ["weet-ik-niet"], "ok"],
  ["a ranking with weet ik niet", ranking, ["a", "weet-ik-niet"], "not-together"],
  ["niets beside another", multiple, ["niets", "a"], "not-together"],
])("%s", (_name, question, chosen, expected) => {
  expect(checkChoice(question, chosen)).toBe(expected);
});

test("only what is offered now can be chosen", () => {
  const offered = offeredOptions(ranking, { meer: ["a", "c"] });
  expect(offered.map(({ id }) => id)).toEqual(["a", "c", "weet-ik-niet"]);
  expect(checkChoice(ranking, ["c", "a"], offered)).toBe("ok");
  expect(checkChoice(ranking, ["b"], offered)).toBe("unknown-option");
  expect(offeredOptions(single, {}).map(({ id }) => id)).toEqual(["ja", "nee", "weet-ik-niet"]);
});
