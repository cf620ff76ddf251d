import { describe, expect, test } from "@jest/globals";
import { createDangerCheck } from "../../src/safety/danger-check.ts";
import { REAL_RULES } from "./danger/real-rules.ts";

const check = createDangerCheck(REAL_RULES);

function levels(texts: readonly string[]): string[] {
  return texts.map((text) => check(text).level);
}

describe("The level", () => {
  test.each(["hij slaat haar nu", "ik hoor gegil bij de buren", "moeder heeft zich verstopt in de badkamer"])(
    "is nu when it is happening: %s.",
    (text) => expect(check(text).level).toBe("nu"),
  );

  test.each(["papa slaat mama", "hij slaat haar al jaren", "er ligt een pistool in huis", "ze wordt uitgehuwelijkt"])(
    "is vandaag when it is grave: %s.",
    (text) => expect(check(text).level).toBe("vandaag"),
  );

  test("is twijfel for a word that only may mean danger.", () => {
    expect(levels(["er is een crisis in het gezin", "moeder ziet het niet meer zitten"])).toEqual([
      "twijfel",
      "twijfel",
    ]);
  });

  test("is that of the gravest sign in the text.", () => {
    expect(check("Er is een crisis in het gezin. Vader slaat moeder nu.").level).toBe("nu");
  });
});

describe("Denial", () => {
  test("takes the sign away, before it and after it.", () => {
    const denied = [
      "geen wapens in huis",
      "er is niet geslagen",
      "hij slaat haar niet",
      "moeder ontkent dat er geslagen wordt",
    ];
    expect(levels(denied)).toEqual(denied.map(() => "geen"));
  });

  test("of something else in the sentence does not.", () => {
    expect(levels(["hij slaat haar en ze wil niet praten", "niet alleen slaat hij haar"])).toEqual([
      "vandaag",
      "vandaag",
    ]);
  });
});

describe("A sign about the subject and not about a case", () => {
  test.each([
    "wat is een huisverbod",
    "hoe herken ik verwurging",
    "training over kindermishandeling",
    "hoeveel vrouwen worden per jaar vermoord door hun partner",
    "hoe voorkom je dat het thuis escaleert",
  ])("is no danger: %s.", (text) => expect(check(text)).toEqual({ level: "geen", signs: [] }));

  test("is danger when the question comes after the event.", () => {
    expect(check("hij slaat haar, wat is het protocol").level).toBe("vandaag");
    expect(check("crisis in het gezin, wat doe ik nu").level).toBe("twijfel");
  });
});

test("What is long ago counts only for signs that last.", () => {
  expect(check("vader werd vroeger als kind geslagen").level).toBe("geen");
  expect(check("vroeger heeft hij haar gewurgd").level).toBe("vandaag");
  expect(check("vroeger sloeg hij haar en nu weer").level).not.toBe("geen");
});

test("A figure of speech is no danger, the same word in earnest is.", () => {
  expect(levels(["moordende werkdruk", "het mes snijdt aan twee kanten", "ze slaat zich er doorheen"])).toEqual([
    "geen",
    "geen",
    "geen",
  ]);
  expect(levels(["hij gaf een klap in het gezicht van zijn zoon", "hij zet een mes op de keel van moeder"])).toEqual([
    "vandaag",
    "vandaag",
  ]);
});

test("Misspelt words, short forms and capitals are read.", () => {
  expect(
    levels(["HIJ SLAAT HAAR", "hij mishandelt d'r", "ze is gewrugd door dr ex", "ze wordt uitgehuwelikt"]),
  ).toEqual(["vandaag", "vandaag", "vandaag", "vandaag"]);
});

test("The verdict names signs and never holds what was typed.", () => {
  const { signs } = check("Zwaantje ziet dat papa mama slaat");
  expect(signs).toContain("slaan");
  expect(REAL_RULES.signs.map(({ id }) => id)).toEqual(expect.arrayContaining(signs));
});

test("Odd input is no danger and breaks nothing.", () => {
  const odd = ["", " ", "?!", "👍👍", "1234567890", "\u0000\uFFFF", "a".repeat(10_000), "(".repeat(5_000)];
  expect(levels(odd)).toEqual(odd.map(() => "geen"));
});

test("Danger is seen anywhere in a long text.", () => {
  const filler = "we hebben het gezin vorige week gesproken over school. ".repeat(80);
  expect(check(filler).level).toBe("geen");
  expect(check(`${filler} hij slaat haar. ${filler}`).level).toBe("vandaag");
});

test("The same text gives the same verdict every time.", () => {
  const text = "hij heeft haar bij de keel gepakt";
  expect(check(text)).toEqual(check(text));
});
