import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { createPersonalDataCheck } from "../../src/personal-data/personal-data-check.ts";
import { evaluatePersonalData } from "../../src/tools/eval/personal-data.ts";
import { REAL_RULES } from "./real-rules.ts";

const LINES = new URL("eval/personal-data.yaml", import.meta.url).pathname;
const ARTICLES = new URL("../../dialogs/knowledge/", import.meta.url);

test("The evaluation reaches the targets, and the report has a line for each batch.", () => {
  const { met, lines } = evaluatePersonalData(REAL_RULES, LINES);
  expect(met).toBe(true);
  for (const batch of [
    "tuning",
    "held-out",
    "fresh",
    "fresh-2",
    "hard",
    "own-2",
    "other-hand-tuning",
    "other-hand-held-out",
    "alles",
  ]) {
    expect(lines.some((line) => line.startsWith(`${batch}: gezien `))).toBe(true);
  }
});

test("Rules without names miss the targets, and the misses are printed.", () => {
  const rules = { ...REAL_RULES, "first-names": { geen: ["zzzz"] }, surnames: ["zzzz"] };
  const { met, lines } = evaluatePersonalData(rules, LINES);
  expect(met).toBe(false);
  expect(lines.filter((line) => line.includes("gemist (naam)")).length).toBeGreaterThan(20);
});

test("No line of a knowledge article is taken for personal data.", () => {
  const check = createPersonalDataCheck(REAL_RULES);
  const lines = readdirSync(ARTICLES).flatMap((file) => readFileSync(new URL(file, ARTICLES), "utf8").split("\n"));
  expect(lines.length).toBeGreaterThan(1000);
  expect(lines.filter((line) => check(line.replace(/^ +- /, "")).length > 0)).toEqual([]);
});
