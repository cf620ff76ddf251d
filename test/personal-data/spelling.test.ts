import { expect, test } from "@jest/globals";
import { spellingKey } from "../../src/personal-data/names/spelling.ts";

test.each([
  ["soufyan", "soefian"],
  ["achmed", "achmmed"],
  ["rachid", "rashid"],
  ["catharina", "katarina"],
])("%s and %s are spellings of one name.", (one, other) => {
  expect(spellingKey(one)).toBe(spellingKey(other));
});

test("Other names stay apart.", () => {
  expect(spellingKey("samira")).not.toBe(spellingKey("samir"));
});
