import { expect, test } from "@jest/globals";
import { slugOf } from "../../src/studio/forms/slug.ts";

test.each([
  ["Wat is coördinatie? Eén café", "wat-is-coordinatie-een-cafe"],
  ['<b>"x": #\'y', "b-x-y"],
  ["😀", "nieuw"],
  ["Bezet", "bezet-2"],
])("the id of %j is %j", (title, id) => {
  expect(slugOf(title, ["bezet"])).toBe(id);
});
