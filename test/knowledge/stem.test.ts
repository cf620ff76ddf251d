import { expect, test } from "@jest/globals";
import { stem } from "../../src/knowledge/stem.ts";

test.each([
  ["plannen", "plan"],
  ["meldingen", "melding"],
  ["signalen", "signaal"],
])("%s has the stem of %s", (many, one) => {
  expect(stem(many)).toBe(stem(one));
});

test.each(["vt", "0800", "top3"])("%s keeps its form, because it is short or has a digit", (token) => {
  expect(stem(token)).toBe(token);
});
