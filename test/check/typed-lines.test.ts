import { expect, test } from "@jest/globals";
import { checkTypedLines } from "../../src/check/check-typed-lines.ts";
import { noticeTypedLines, noticeUnlearned } from "../../src/check/notice-typed-lines.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { contentFolder } from "../content/support/content-folder.ts";

const ORDINARY = "dialogs/ordinary/nieuws.yaml";
const withLines = (...lines: string[]) =>
  `kind: nieuws\ntitle: Nieuws\nabout: Niets ernstigs.\nlines:\n  team:\n${lines.map((line) => `    - ${line}\n`).join("")}`;

async function load(file: string, text: string) {
  const { folder, remove } = await contentFolder({ [file]: text });
  const loaded = await loadContent(folder);
  await remove();
  return loaded;
}

test("a line under two kinds is a mistake at its place, whatever its capitals and marks", async () => {
  const loaded = await load(ORDINARY, withLines("hij was laat", "Hij heeft een mes!"));
  expect(checkTypedLines(loaded).map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
    `${ORDINARY}:7 line-of-two-kinds`,
  ]);
});

test("a line that stands twice is a mistake", async () => {
  const loaded = await load(ORDINARY, withLines("hij was laat", "hij was laat."));
  expect(checkTypedLines(loaded).map(({ line, rule }) => `${line} ${rule}`)).toEqual(["7 duplicate-line"]);
});

test("the same words with danger and without are told, and so are signs with few lines", async () => {
  const loaded = await load(ORDINARY, withLines("een mes heeft hij"));
  const rules = noticeTypedLines(loaded).map(({ file, rule }) => `${file} ${rule}`);
  expect(rules).toContain(`${ORDINARY} near-duplicate`);
  expect(rules).toContain("dialogs/danger/wapen.yaml few-examples");
});

test("a line that is taken for something else, though it was learned, is told at its place", async () => {
  const loaded = await load(ORDINARY, withLines("hij was laat", "een mes van plastic"));
  const told = noticeUnlearned(loaded, new Set(["een mes van plastic"]));
  expect(told.map(({ file, line }) => `${file}:${line}`)).toEqual([`${ORDINARY}:7`]);
  expect(told[0]?.what).toContain("wordt toch voor gevaar aangezien");
});
