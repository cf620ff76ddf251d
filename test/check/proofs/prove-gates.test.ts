import { describe, expect, test } from "@jest/globals";
import { type KeepsShut, proveGates } from "../../../src/check/proofs/prove-gates.ts";
import type { Condition } from "../../../src/content/schema/condition.ts";
import { makeFlow, makePhase, makeQuestion, makeSignals } from "../../support/make-content.ts";

const is = (question: string, ...options: string[]): Condition => ({ question, is: options, "at-least": 1 });
const SHUT: KeepsShut = {
  id: "poort",
  about: "De poort blijft dicht.",
  "keeps-shut": { level: "vandaag", phases: ["later"], unless: { question: "klaar", is: ["ja"], "at-least": 1 } },
};
const SIGNALS = [
  makeSignals([
    { id: "acuut", level: "vandaag", when: is("gevaar", "ja") },
    { id: "bang", level: "vandaag", when: is("angst", "ja", "weet-ik-niet") },
    { id: "plan", level: "bespreek", when: is("veilig", "nee") },
  ]),
];

function opens(asked: Condition, gate: Condition) {
  const questions = [
    makeQuestion("gevaar"),
    makeQuestion("angst"),
    makeQuestion("veilig"),
    makeQuestion("klaar", { when: asked }),
    makeQuestion("hulp"),
  ];
  const flow = makeFlow([makePhase("eerst", questions.slice(0, 4)), makePhase("later", questions.slice(4), { gate })]);
  const byId = new Map(questions.map((question) => [question.id, question]));
  return proveGates(SHUT, SIGNALS, [flow], byId).map(({ signal }) => signal);
}

const ALL_SIGNS: Condition = { any: [is("gevaar", "ja"), is("angst", "ja", "weet-ik-niet")] };
const GATE: Condition = { all: [is("veilig", "ja"), { none: [is("klaar", "nee", "weet-ik-niet")] }] };

describe("a gate stays shut while a sign is not settled", () => {
  test("when each sign asks whether it is, and only ja opens", () => {
    expect(opens({ all: [is("veilig", "ja"), ALL_SIGNS] }, GATE)).toEqual([]);
  });

  test("fails for a sign that is forgotten in the question", () => {
    expect(opens({ all: [is("veilig", "ja"), is("gevaar", "ja")] }, GATE)).toEqual(["bang"]);
    expect(opens({ all: [is("veilig", "ja"), is("gevaar", "ja"), is("angst", "ja")] }, GATE)).toEqual([
      "acuut",
      "bang",
    ]);
  });

  test("fails for a gate that opens with another answer, or does not look at it", () => {
    const asked: Condition = { all: [is("veilig", "ja"), ALL_SIGNS] };
    expect(opens(asked, { all: [is("veilig", "ja"), { none: [is("klaar", "weet-ik-niet")] }] })).toEqual([
      "acuut",
      "bang",
    ]);
    expect(opens(asked, is("veilig", "ja"))).toEqual(["acuut", "bang"]);
  });
});
