import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { keptModels, learn, MODELS_FILE } from "../../src/check/kept-models.ts";
import type { Content } from "../../src/content/content.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const lines = (...texts: string[]) => ({ "schrijver-1": texts });
const article = { id: "hulp", title: "Wie helpt?", questions: ["wie kan helpen"], typed: {}, words: ["hulp"] };
const content = {
  danger: [
    { sign: "slaan", "zo klinkt het": { nu: lines("hij slaat haar") }, "zo klinkt het niet": lines("de klok slaat") },
  ],
  ordinary: [{ kind: "casus-nieuws", lines: lines("het kind gaat weer naar school") }],
  offTopic: [],
  languages: [],
  messages: [],
  cases: [],
  articles: new Map([["hulp", { ...article, text: "Een tekst over hulp." }]]),
} as unknown as Content;

let data: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  data = temporaryFolder();
  file = join(data.folder, "map", MODELS_FILE);
});
afterEach(() => data.remove());

/** Whether this content is learned again, given what is kept. */
function learnsAgain(next: Content): boolean {
  const before = readFileSync(file);
  keptModels(next, file);
  return !readFileSync(file).equals(before);
}

test("what is learned is kept, and is the same when it comes from the file", () => {
  const learned = keptModels(content, file);
  expect(existsSync(file)).toBe(true);
  expect(keptModels(content, file)).toEqual(learned);
});

test("it is learned again when a line changes, and not when another text does", () => {
  keptModels(content, file);
  expect(learnsAgain({ ...content, texts: { title: "Hoi" } })).toBe(false);
  expect(learnsAgain({ ...content, ordinary: [] })).toBe(true);
  const answer = { ...content.articles.get("hulp"), text: "Een andere tekst over bellen." };
  expect(learnsAgain({ ...content, articles: new Map([["hulp", answer]]) } as Content)).toBe(true);
});

test("lines with danger and without that were not learned are found", () => {
  const twice = { kind: "casus-nieuws", lines: lines("hij slaat haar") };
  expect([...learn(content).unlearned]).toEqual([]);
  expect([...learn({ ...content, ordinary: [...content.ordinary, twice] } as unknown as Content).unlearned]).toEqual([
    "hij slaat haar",
  ]);
});

test("a damaged file, or a place where nothing can be written, only costs time", () => {
  const learned = keptModels(content, file);
  writeFileSync(file, "half a fi");
  expect(keptModels(content, file)).toEqual(learned);
  expect(keptModels(content, join(file, "below-a-file", MODELS_FILE))).toEqual(learned);
});
