import { describe, expect, test } from "@jest/globals";
import { provePremises } from "../../../src/check/proofs/prove-premises.ts";
import { makeQuestion, makeSignals } from "../../support/make-content.ts";

const when = (question: string, ...is: string[]) => ({ question, is });
const questions = new Map(["eer", "regie", "plan"].map((id) => [id, makeQuestion(id)]));
const premises = [{ id: "regisseur", about: "Er is een regisseur.", unless: when("regie", "nee", "weet-ik-niet") }];
const bespreek = { id: "bespreek", level: "bespreek", when: when("plan", "ja") };
const ontbreekt = {
  id: "ontbreekt",
  level: "bespreek",
  when: when("regie", "nee", "weet-ik-niet"),
  denies: ["regisseur"],
};

function prove(...signals: Record<string, unknown>[]) {
  return provePremises([makeSignals(signals, { premises })], questions).map(({ statement, other, counterExample }) => ({
    says: statement.signal.id,
    line: statement.line,
    beside: other?.signal.id,
    regie: counterExample.regie,
  }));
}

describe("what advice takes for granted", () => {
  test("a line that presupposes it is never said beside what denies it", () => {
    const lines = [{ text: "Bespreek het met de regisseur.", presupposes: ["regisseur"] }];
    expect(prove({ ...bespreek, advice: lines }, ontbreekt)).toEqual([]);
  });

  test("a title or next step cannot be left out, so it is proven to hold", () => {
    expect(prove({ ...bespreek, presupposes: ["regisseur"] })).toEqual([
      { says: "bespreek", line: undefined, beside: undefined, regie: ["nee"] },
    ]);
    const narrow = { all: [when("plan", "ja"), when("regie", "ja")] };
    expect(prove({ ...bespreek, when: narrow, presupposes: ["regisseur"] }, ontbreekt)).toEqual([]);
  });

  test("a premise that lets too much through is refuted with answers", () => {
    const lines = [{ text: "Bespreek het met de regisseur.", presupposes: ["regisseur"] }];
    const wider = { ...ontbreekt, when: { any: [ontbreekt.when, when("eer", "ja")] } };
    expect(prove({ ...bespreek, advice: lines }, wider)).toMatchObject([
      { says: "bespreek", line: 0, beside: "ontbreekt" },
    ]);
  });

  test("a line with its own condition is said only then", () => {
    const advice = [{ text: "Niet met de regisseur.", denies: ["regisseur"], when: when("regie", "nee") }];
    const other = [{ text: "Met de regisseur.", presupposes: ["regisseur"] }];
    expect(prove({ ...bespreek, advice }, { ...bespreek, id: "tweede", advice: other })).toEqual([]);
  });

  test("talking with the family is never advised beside the warning against it", () => {
    const advice = [{ text: "Praat met het gezin.", "talks-with-family": true }];
    const warning = { id: "eer", level: "vandaag", when: when("eer", "ja"), "silences-family-talk": true };
    expect(prove({ ...bespreek, advice }, warning)).toEqual([]);
  });

  test("a signal that is hidden by another contradicts nothing then", () => {
    const yielding = {
      ...bespreek,
      when: when("regie", "nee"),
      yields: true,
      presupposes: [],
      advice: [{ text: "Met de regisseur." }],
    };
    expect(prove({ ...yielding, advice: [{ text: "Zo.", presupposes: ["regisseur"] }] }, ontbreekt)).toEqual([]);
  });
});
