import { expect, test } from "@jest/globals";
import { isLevelCertain } from "../../src/signals/is-level-certain.ts";
import { makeSignals } from "../support/make-content.ts";

const when = (question: string, ...is: string[]) => ({ question, is });
const groups = [
  makeSignals([
    { id: "vandaag", level: "vandaag", when: when("bang", "ja") },
    { id: "nu", level: "nu", when: when("gevaar", "ja") },
    { id: "later", level: "bespreek", when: when("plan", "nee") },
  ]),
  makeSignals([{ id: "plan", level: "bespreek", when: when("plan", "nee") }], { group: "tweede", order: 2 }),
];

test.each<[string, Record<string, string[]>, boolean]>([
  ["a row of 'nu' that is true, beside rows that are not", { gevaar: ["ja"] }, true],
  ["one that is not true", { gevaar: ["nee"] }, false],
  ["one that is not answered", {}, false],
  ["one of which nobody knows", { gevaar: ["weet-ik-niet"] }, false],
  ["rows of another level that are true", { bang: ["ja"], plan: ["nee"], gevaar: ["nee"] }, false],
])("danger is certain by %s: %p gives %p", (_row, answers, certain) => {
  expect(isLevelCertain(groups, "nu", answers)).toBe(certain);
});

test("another level is certain by its own rows", () => {
  expect(isLevelCertain(groups, "vandaag", { bang: ["ja"] })).toBe(true);
  expect(isLevelCertain(groups, "vandaag", { gevaar: ["ja"] })).toBe(false);
});
