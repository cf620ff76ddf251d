import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { comparable, fold, readable } from "../../src/language/normalise.ts";
import { toWords } from "../../src/language/words.ts";
import { anyInvisible } from "./support/invisible.ts";

test.each([
  ["be\u00ADwusteloos", "bewusteloos"],
  ["w\u200Bu\u200Dr\u2060g\uFEFFt", "wurgt"],
  ["\u202Ehem\u202C \u2066nu\u2069", "hem nu"],
  ["hart\uFE0F", "hart"],
  ["“ja” ‘nee’ d´r", "\"ja\" 'nee' d'r"],
  ["kind – vader — moeder", "kind - vader - moeder"],
  ["𝗺𝗲𝘀 en ｍｅｓ", "mes en mes"],
  ["hij slaаt, пow", "hij slaat, пow"],
  ["een\u00A0twee\u2003drie", "een twee drie"],
  ["een\r\ntwee\u2028drie", "een\ntwee\ndrie"],
])("%j reads as %j", (typed, read) => {
  expect(readable(typed)).toBe(read);
});

test("folding takes capitals and accents away, also those of letters without a decomposition", () => {
  expect(fold("Yıldız, Wałęsa, Øst, Große, İnci, PRIVÉ")).toBe("yildiz, walesa, ost, grosse, inci, prive");
});

test.each([
  ["Stop!", "stop"],
  ["TOP-3", "top3"],
  ["MDA++", "mda++"],
  ["  wat   nu\t? ", "wat nu"],
  ["coördinatie", "coordinatie"],
  ["…", ""],
])("%j is compared as %j", (typed, compared) => {
  expect(comparable(typed)).toBe(compared);
});

test("doing it twice changes nothing more, for any character", () => {
  const everyCharacter = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code));
  const changed = (change: (text: string) => string) =>
    everyCharacter.filter((one) => change(change(one)) !== change(one));
  for (const change of [readable, fold, comparable]) expect(changed(change)).toEqual([]);
  expect(fold("Ʀ")).toBe("r");
  expect(readable("zo\u0149 huis")).toBe("zo'n huis");
});

test("doing it twice changes nothing more, for any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const change of [readable, fold, comparable]) expect(change(change(text))).toBe(change(text));
    }),
  );
});

test("no invisible character anywhere changes the words", () => {
  fc.assert(
    fc.property(anyInvisible, fc.nat(), (character, place) => {
      const text = "Hij wurgt d'r, “nu”: één kind – MDA++";
      const at = place % text.length;
      expect(toWords(text.slice(0, at) + character + text.slice(at))).toEqual(toWords(text));
    }),
  );
});
