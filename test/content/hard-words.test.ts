import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { hardWordFinder } from "../../src/content/hard-words.ts";
import { hardWordsFileSchema } from "../../src/content/schema/hard-words.ts";

const find = hardWordFinder([
  "adequaat, adequate = goed, passend",
  "inherent = hoort bij",
  "inherent aan = hoort bij",
  "c.q. = of",
]);

describe("hard words", () => {
  test("are found in every form, each once, as they are written, with the plain word", () => {
    expect(find("Adequate hulp is adequaat, en adequate hulp helpt.")).toEqual([
      { word: "adequate", plain: "goed, passend" },
      { word: "adequaat", plain: "goed, passend" },
    ]);
  });

  test("of more than one word are found as a whole, also with a sign that means something in a pattern", () => {
    expect(find("Dat is inherent aan hulp c.q. zorg").map(({ word }) => word)).toEqual(["inherent aan", "c.q."]);
  });

  test("are not found inside another word", () => {
    expect(find("Inadequaat, adequaatheid, adequaat-achtig en cxqx")).toEqual([]);
  });

  test.each(["", "zonder gewoon woord", "alleen =", " = over", ","])(
    "a line without both words is passed over: %j",
    (line) => {
      expect(hardWordFinder([line])("alleen over, zonder gewoon woord")).toEqual([]);
      expect(hardWordsFileSchema.safeParse({ words: [line] }).success).toBe(false);
    },
  );
});

describe("our own list", () => {
  const file = resolve(import.meta.dirname, "../../dialogs/hard-words.yaml");
  const { words } = hardWordsFileSchema.parse(parse(readFileSync(file, "utf8")));
  const forms = words.flatMap((line) => (line.split("=")[0] ?? "").split(",").map((form) => form.trim()));

  test("has at least 150 words, and no form twice", () => {
    expect(words.length).toBeGreaterThanOrEqual(150);
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
  });

  test("names no other hard word as the plain one", () => {
    const own = hardWordFinder(words);
    expect(words.filter((line) => own(line.split("=")[1] ?? "").length > 0)).toEqual([]);
  });

  test("leaves the terms of the field alone", () => {
    const terms = "Veilig Thuis, MDA++, meldcode, structurele onveiligheid, casusregie, aandachtsfunctionaris, stap 4";
    expect(hardWordFinder(words)(terms)).toEqual([]);
  });
});
