import { expect, test } from "@jest/globals";
import { formatMistake, type Mistake, sortMistakes } from "../../src/content/mistake.ts";

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
