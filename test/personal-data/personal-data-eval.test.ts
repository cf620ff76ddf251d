import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { createPersonalDataCheck } from "../../src/personal-data/personal-data-check.ts";
import { REAL_RULES } from "./real-rules.ts";

const LINES = new URL("eval/personal-data.yaml", import.meta.url);
const ARTICLES = new URL("../../dialogs/knowledge/", import.meta.url);

/** All lines were looked at while the rules were made: this holds what was reached, it tells nothing of other writers. */
const batches: Record<string, { personal: Record<string, string[]>; clean: string[] }> = parse(
  readFileSync(LINES, "utf8"),
);
const check = createPersonalDataCheck(REAL_RULES);

describe.each(Object.entries(batches))("batch %s", (_, { personal, clean }) => {
  test("Of the lines with personal data, 94% are seen for what they are.", () => {
    const lines = Object.entries(personal).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })));
    const missed = lines.filter(({ kind, text }) => !check(text).some((seen) => seen === kind));
    expect({ enough: missed.length <= 0.06 * lines.length, missed }).toMatchObject({ enough: true });
  });

  test("Of the lines without, 3% at most give an alarm.", () => {
    const alarms = clean.filter((text) => check(text).length > 0);
    expect({ few: alarms.length <= 0.03 * clean.length, alarms }).toMatchObject({ few: true });
  });
});

test("No line of a knowledge article is taken for personal data.", () => {
  const bodies = readdirSync(ARTICLES).map((file) => readFileSync(new URL(file, ARTICLES), "utf8").split("---").at(-1));
  const lines = bodies.flatMap((body = "") => body.split("\n"));
  expect(lines.length).toBeGreaterThan(1000);
  expect(lines.filter((line) => check(line.replace(/^ +- /, "")).length > 0)).toEqual([]);
});
