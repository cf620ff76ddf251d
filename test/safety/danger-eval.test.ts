import { expect, test } from "@jest/globals";
import { evaluateDanger } from "../../src/tools/eval/danger.ts";
import { REAL_RULES } from "./danger/real-rules.ts";

const LINES = new URL("eval/danger.yaml", import.meta.url).pathname;

test("The evaluation reaches the targets, and the report has a line for each batch.", () => {
  const { met, lines } = evaluateDanger(REAL_RULES, LINES);
  expect(met).toBe(true);
  for (const batch of ["tuning", "held-out", "tuning-2", "other-hand-tuning", "other-hand-held-out", "alles"]) {
    expect(lines.some((line) => line.startsWith(`${batch}: gezien `))).toBe(true);
  }
});

test("Rules with one sign miss the targets, and the misses are printed.", () => {
  const { met, lines } = evaluateDanger({ ...REAL_RULES, signs: REAL_RULES.signs.slice(0, 1) }, LINES);
  expect(met).toBe(false);
  expect(lines.filter((line) => line.startsWith("  gemist: ")).length).toBeGreaterThan(100);
});
