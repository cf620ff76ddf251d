import { expect, test } from "@jest/globals";
import { joinSeparableVerbs } from "../../src/knowledge/separable-verbs.ts";
import { stem } from "../../src/knowledge/stem.ts";

const isKnown = (given: string) => ["aanmelden", "vastlopen"].map(stem).includes(given);

test("a verb and its loose first part become one word", () => {
  expect(joinSeparableVerbs(["hoe", "meld", "ik", "dit", "aan"], isKnown)).toEqual(["hoe", "aanmeld", "ik", "dit"]);
});

test("the form with a t is known too", () => {
  expect(joinSeparableVerbs(["iemand", "meldt", "dit", "aan"], isKnown)).toEqual(["iemand", "aanmeldt", "dit"]);
});

test("a first part that belongs to what follows stays where it is", () => {
  const tokens = ["ik", "meld", "aan", "veilig", "thuis"];
  expect(joinSeparableVerbs(tokens, isKnown)).toEqual(tokens);
});

test("without a known verb nothing changes", () => {
  expect(joinSeparableVerbs(["hoe", "fiets", "ik", "aan"], isKnown)).toEqual(["hoe", "fiets", "ik", "aan"]);
});
