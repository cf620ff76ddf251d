import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { conditionInWords, optionsOf } from "../../src/studio/library/condition-in-words.ts";
import { createLibraryReader } from "../../src/studio/library/read-library.ts";

const QUESTIONS = `questions:
  - { id: plan, label: Plan op papier, kind: single, options: [{ id: ja, text: Ja }, { id: nee, text: "Nee, niet allemaal" }] }
  - { id: hulp, label: Hulp, kind: single, options: [{ id: ja, text: Ja }, { id: nee, text: Nee }] }
  - id: gebeurd
    label: Gebeurd
    kind: multiple
    options: [{ id: wapen, text: Wapen }, { id: letsel, text: Letsel }, { id: niets, text: Niets hiervan, alone: true }]
  - { id: oud, label: Lang geleden, kind: multiple, each-of: gebeurd, options: [{ id: geen, text: Niets is oud, alone: true }] }
  - { id: eerst, label: Eerst, kind: ranking, ranks: gebeurd }
`;
const library = await createLibraryReader()({ "dialogs/questions/een.yaml": QUESTIONS });
const words = (condition: string) => conditionInWords(parse(condition), library);

describe("a condition in words", () => {
  test.each([
    ["{ question: plan, is: ja }", "Plan op papier: “Ja”"],
    ["{ question: plan, is: [ja, nee, weet-ik-niet] }", "Plan op papier: “Ja”, “Nee, niet allemaal” of “Weet ik niet”"],
    ["{ question: gebeurd, is: [wapen, letsel], at-least: 2 }", "Gebeurd: minstens 2 van “Wapen” en “Letsel”"],
    ["{ question: gebeurd, any-but: niets }", "Gebeurd: iets anders dan “Niets hiervan”"],
    ["{ question: gebeurd, any-but: niets, at-least: 2 }", "Gebeurd: minstens 2 andere dan “Niets hiervan”"],
    ["{ none: [{ question: plan, is: ja }] }", "Plan op papier: niet “Ja”"],
    ["{ none: [{ question: gebeurd, is: [wapen, letsel] }] }", "Gebeurd: niet “Wapen” of “Letsel”"],
    ["{ none: [{ question: gebeurd, any-but: niets }] }", "Gebeurd: niets anders dan “Niets hiervan”"],
    ["{ none: [{ question: gebeurd, any-but: niets, at-least: 2 }] }", "Gebeurd: hooguit 1 andere dan “Niets hiervan”"],
    ["{ none: [{ question: hulp, is: [ja, nee, weet-ik-niet] }] }", "Hulp: niet gevraagd"],
  ])("%s", (condition, expected) => {
    expect(words(condition)).toBe(expected);
  });

  test.each([
    ["all", "Plan op papier: “Ja”, en Hulp: “Nee”"],
    ["any", "Plan op papier: “Ja”, of Hulp: “Nee”"],
    ["none", "Plan op papier: niet “Ja”, en Hulp: niet “Nee”"],
  ])("of two rules under %s", (kind, expected) => {
    expect(words(`{ ${kind}: [{ question: plan, is: ja }, { question: hulp, is: nee }] }`)).toBe(expected);
  });

  test("says together what is asked of one question", () => {
    const same = "[{ question: plan, is: ja }, { none: [{ question: plan, is: weet-ik-niet }] }]";
    expect(words(`{ all: ${same} }`)).toBe("Plan op papier: “Ja”, en niet “Weet ik niet”");
    expect(words(`{ any: ${same} }`)).toBe("Plan op papier: “Ja”, of niet “Weet ik niet”");
  });

  const or = "{ any: [{ question: plan, is: ja }, { question: hulp, is: nee }] }";
  const and = "{ all: [{ question: plan, is: ja }, { question: hulp, is: nee }] }";
  const third = "{ question: gebeurd, is: wapen }";

  test.each([
    [`{ all: [${or}, ${third}] }`, "een van deze (Plan op papier: “Ja”; Hulp: “Nee”), en Gebeurd: “Wapen”"],
    [`{ any: [${and}, ${third}] }`, "samen (Plan op papier: “Ja”; Hulp: “Nee”), of Gebeurd: “Wapen”"],
    [`{ all: [${and}, ${third}] }`, "Plan op papier: “Ja”, en Hulp: “Nee”, en Gebeurd: “Wapen”"],
    [`{ none: [${or}, ${third}] }`, "Plan op papier: niet “Ja”, en Hulp: niet “Nee”, en Gebeurd: niet “Wapen”"],
    [
      `{ none: [${and}, ${third}] }`,
      "een van deze (Plan op papier: niet “Ja”; Hulp: niet “Nee”), en Gebeurd: niet “Wapen”",
    ],
    [`{ none: [{ none: [${third}, { question: plan, is: ja }] }] }`, "Gebeurd: “Wapen”, of Plan op papier: “Ja”"],
  ])("denies rules, never groups: %s", (condition, expected) => {
    expect(words(condition)).toBe(expected);
  });

  test("of which something is not chosen yet", () => {
    expect(words("{ question: '', is: [] }")).toBe("(nog geen vraag gekozen): (nog geen antwoord gekozen)");
  });
});

test.each([
  ["oud", ["wapen", "letsel", "geen", "weet-ik-niet"]],
  ["eerst", ["wapen", "letsel", "niets", "weet-ik-niet"]],
])("the answers to %s are also those of the question it is about", (id, expected) => {
  expect(optionsOf(library.thing("question", id)?.data, library).map((option) => option.id)).toEqual(expected);
});
