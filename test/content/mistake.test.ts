import { expect, test } from "@jest/globals";
import { formatMistake, formatMistakes, type Mistake, sortMistakes } from "../../src/content/mistake.ts";

const mistake: Mistake = {
  file: "dialogs/signals/mda.yaml",
  line: 14,
  column: 9,
  rule: "unknown-option",
  what: "Wat.",
  fix: "Zo.",
};

test("a mistake is one line that starts with its place, then rule, what and fix", () => {
  expect(formatMistake(mistake)).toBe("dialogs/signals/mda.yaml:14:9  unknown-option  Wat.  Zo.");
});

test("a mistake stays one line when its text holds line breaks", () => {
  expect(formatMistake({ ...mistake, what: "Een\r\ntwee\ndrie" })).not.toMatch(/[\r\n]/);
});

test("mistakes are sorted by file, line and column, and the same one is kept once", () => {
  const late = { ...mistake, line: 20 };
  const right = { ...mistake, column: 30 };
  const other = { ...mistake, file: "cards/menu.card.json", line: 99 };
  expect(sortMistakes([late, right, mistake, other, { ...mistake }])).toEqual([other, mistake, right, late]);
});

test("causes come first, and examples after everything else of their stage", () => {
  const late = { ...mistake, stage: 2, file: "cards/menu.card.json" };
  const example = { ...mistake, stage: 1, file: "dialogs/examples/een.yaml" };
  const reference = { ...mistake, stage: 1 };
  expect(sortMistakes([late, example, reference, mistake])[0]).toBe(mistake);
  expect(sortMistakes([late, example, reference])).toEqual([reference, example, late]);
});

test("mistakes that say the same, or follow from an earlier one, are counted behind it", () => {
  const same = [1, 2, 3].map((line) => ({ ...mistake, stage: 1, line }));
  const cause = { ...mistake, file: "dialogs/questions/gevaar.yaml", rule: "encoding" };
  const follower = { ...mistake, stage: 1, what: "Iets anders.", follows: cause.file };
  const lines = formatMistakes([cause, ...same, follower]);
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain("en 1 regel die hierdoor komt");
  expect(lines[3]).toContain("en 2 regels die hierdoor komen");
});

test("two mistakes on reading are both shown, although they say the same", () => {
  expect(formatMistakes([mistake, { ...mistake, line: 20 }])).toHaveLength(2);
});
