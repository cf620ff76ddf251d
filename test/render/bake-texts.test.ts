import { describe, expect, test } from "@jest/globals";
import { bakeTexts } from "../../src/render/bake-texts.ts";

const texts = { common: { stop: "Stop", odd: "kost ${prijs}" }, level: { nu: "Nu" } };

describe("the fixed texts of a template", () => {
  test("stand in the template itself, also in the middle of a string and under $root", () => {
    const template = { body: [{ text: "**${$root.texts.common.stop}**: ${title}" }, "${texts.level.nu}"], version: 1 };
    expect(bakeTexts(template, texts)).toEqual({ body: [{ text: "**Stop**: ${title}" }, "Nu"], version: 1 });
  });

  test("stay a placeholder when there is no such text, so that the content check sees it", () => {
    for (const left of ["${texts.common.gone}", "${texts.common}", "${texts.level[level]}", "${text}"]) {
      expect(bakeTexts(left, texts)).toBe(left);
    }
  });

  test("stay a placeholder when the text itself looks like one", () => {
    expect(bakeTexts("${texts.common.odd}", texts)).toBe("${texts.common.odd}");
  });
});
