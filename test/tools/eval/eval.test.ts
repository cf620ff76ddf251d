import { resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { loadContent } from "../../../src/content/load-content.ts";
import { evaluateDanger } from "../../../src/tools/eval/danger.ts";
import { evaluateKnowledge } from "../../../src/tools/eval/knowledge.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const content = (await loadContent(ROOT)).partial;

test("danger in typed text is noticed as well as the project asks", () => {
  const { lines, met } = evaluateDanger(content.danger, resolve(ROOT, "test/safety/eval/danger.yaml"));
  expect({ met, lines }).toEqual({ met: true, lines });
});

test("questions find their article as well as the project asks", () => {
  const { lines, met } = evaluateKnowledge(content, resolve(ROOT, "test/knowledge/eval/questions.yaml"));
  expect({ met, lines }).toEqual({ met: true, lines });
});

test("the evaluation says so when the search finds nothing", () => {
  const empty = { ...content, articles: new Map() };
  const { lines, met } = evaluateKnowledge(empty, resolve(ROOT, "test/knowledge/eval/questions.yaml"));
  expect(met).toBe(false);
  expect(lines.length).toBeGreaterThan(50);
});
