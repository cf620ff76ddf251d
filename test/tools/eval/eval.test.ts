import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { loadContent } from "../../../src/content/load-content.ts";
import { TOPICS } from "../../../src/content/schema/article.ts";
import { toTokens } from "../../../src/knowledge/tokens.ts";
import { evaluateDanger } from "../../../src/tools/eval/danger.ts";
import { evaluateKnowledge } from "../../../src/tools/eval/knowledge.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const QUESTIONS = resolve(ROOT, "test/knowledge/eval/questions.yaml");
const content = (await loadContent(ROOT)).partial;

const plain = (line: string) => toTokens(line).join(" ");

test("danger in typed text is noticed as well as the project asks", () => {
  const { lines, met } = evaluateDanger(content.danger, resolve(ROOT, "test/safety/eval/danger.yaml"));
  expect({ met, lines }).toEqual({ met: true, lines });
});

test("questions find their article as well as the project asks", () => {
  const { lines, met } = evaluateKnowledge(content, QUESTIONS);
  expect({ met, lines }).toEqual({ met: true, lines });
});

test("no line that only measures stands in an article, and the lines cover all topics", () => {
  const { tune, measure } = parse(readFileSync(QUESTIONS, "utf8"));
  const known = new Set(
    [...content.articles.values()].flatMap(({ title, questions }) => [title, ...questions].map(plain)),
  );
  expect(Object.keys(measure.questions).filter((line) => known.has(plain(line)))).toEqual([]);
  expect(Object.keys({ ...tune.questions, ...measure.questions }).length).toBeGreaterThanOrEqual(150);
  expect(tune["off-topic"].length + measure["off-topic"].length).toBeGreaterThanOrEqual(40);
  const { lines } = evaluateKnowledge(content, QUESTIONS);
  for (const topic of TOPICS) expect(lines).toContainEqual(expect.stringContaining(`  ${topic}: `));
});

test("the evaluation says so when the search finds nothing", () => {
  const empty = { ...content, articles: new Map() };
  const { lines, met } = evaluateKnowledge(empty, QUESTIONS);
  expect(met).toBe(false);
  expect(lines.length).toBeGreaterThan(50);
});
