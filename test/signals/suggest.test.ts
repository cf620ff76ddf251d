import { describe, expect, test } from "@jest/globals";
import { suggest } from "../../src/signals/suggest.ts";
import { makeSignals } from "../support/make-content.ts";

const when = (question: string, ...is: string[]) => ({ question, is });
const groups = [
  makeSignals([
    { id: "zorg", level: "vandaag", when: when("bang", "ja"), yields: true },
    { id: "nu", level: "nu", when: when("gevaar", "ja") },
    {
      id: "eer",
      level: "vandaag",
      when: when("eer", "ja", "weet-ik-niet"),
      "silences-family-talk": true,
    },
    {
      id: "ernstig",
      level: "vandaag",
      when: when("gebeurd", "wapen"),
      advice: [{ text: "Praat met het gezin.", "talks-with-family": true }, { text: "Bel." }],
    },
  ]),
  makeSignals(
    [
      { id: "plan", level: "bespreek", when: when("plan", "nee") },
      { id: "weetje", level: "info", when: when("plan", "ja") },
    ],
    { group: "tweede", order: 2 },
  ),
];
const certain = (answers: Record<string, string[]>) => suggest(groups, answers).certain.map(({ signal }) => signal.id);

describe("suggest", () => {
  test("orders by urgency, whatever the order of the rows", () => {
    expect(certain({ bang: ["nee"], gevaar: ["ja"], gebeurd: ["wapen"], plan: ["nee"] })).toEqual([
      "nu",
      "ernstig",
      "plan",
    ]);
  });

  test("puts the warning about the family after 112 and before all else, and leaves out talking with the family", () => {
    const { certain: found } = suggest(groups, { gevaar: ["ja"], gebeurd: ["wapen"], eer: ["weet-ik-niet"] });
    expect(found.map(({ signal }) => signal.id)).toEqual(["nu", "eer", "ernstig"]);
    expect(found.flatMap(({ advice }) => advice)).not.toContain("Praat met het gezin.");
  });

  test("keeps talking with the family when eer is ruled out", () => {
    const { certain: found } = suggest(groups, { gebeurd: ["wapen"], eer: ["nee"] });
    expect(found[0]?.advice).toEqual(["Praat met het gezin.", "Bel."]);
  });

  test("a yielding row gives way to a certain row that is as urgent, and only then", () => {
    expect(certain({ bang: ["ja"] })).toEqual(["zorg"]);
    expect(certain({ bang: ["ja"], gebeurd: ["wapen"] })).toEqual(["ernstig"]);
    expect(certain({ bang: ["ja"], plan: ["nee"] })).toEqual(["zorg", "plan"]);
  });

  test("names the answers it rests on", () => {
    const { certain: found } = suggest(groups, { gebeurd: ["stalking", "wapen"] });
    expect(found[0]?.because).toEqual([{ question: "gebeurd", options: ["wapen"] }]);
  });

  test("weet ik niet makes a row possible, with what to find out; an unasked question does not", () => {
    const { possible } = suggest(groups, { gevaar: ["weet-ik-niet"] });
    expect(possible.map(({ signal, findOut }) => [signal.id, findOut])).toEqual([["nu", ["gevaar"]]]);
  });

  test("info is no suggestion", () => {
    const found = suggest(groups, { plan: ["ja"] });
    expect(found.certain).toEqual([]);
    expect(found.info.map(({ signal }) => signal.id)).toEqual(["weetje"]);
  });
});
