import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { answerSpace } from "../../../src/check/proofs/answer-space.ts";
import { proveInvariants } from "../../../src/check/proofs/prove-invariants.ts";
import { searchAnswers } from "../../../src/check/proofs/search-answers.ts";
import { evaluate } from "../../../src/conditions/evaluate.ts";
import type { Condition } from "../../../src/content/schema/condition.ts";
import { makeQuestion, makeSignals } from "../../support/make-content.ts";

const when = (question: string, ...is: string[]) => ({ question, is });
const given = (question: string, ...is: string[]): Condition => ({ question, is, "at-least": 1 });
const questions = new Map(
  [
    makeQuestion("gevaar"),
    makeQuestion("plan"),
    makeQuestion("gebeurd", {
      kind: "multiple",
      options: ["a", "b", "c", { id: "niets", text: "Niets", alone: true }],
    }),
  ].map((question) => [question.id, question]),
);

function prove(signals: Record<string, unknown>[], invariant: Record<string, unknown>) {
  const group = makeSignals(signals, { invariants: [{ id: "regel", about: "Proef.", ...invariant }] });
  return proveInvariants([group], questions);
}

describe("an implication", () => {
  const nu = { id: "nu", level: "nu", when: when("gevaar", "ja") };
  const rule = { given: given("gevaar", "ja"), then: { "level-at-least": "nu" } };

  test("holds", () => {
    expect(prove([nu], rule)).toEqual([]);
  });

  test("fails with a counter-example when the row asks for more", () => {
    const narrow = { ...nu, when: { all: [when("gevaar", "ja"), when("plan", "nee")] } };
    const [broken] = prove([narrow], rule);
    expect(broken?.counterExample.gevaar).toEqual(["ja"]);
    expect(broken?.counterExample.plan).not.toEqual(["nee"]);
  });

  test("holds when two rows cover it together", () => {
    const rows = [
      { id: "een", level: "nu", when: { all: [when("gevaar", "ja"), when("gebeurd", "a")] } },
      { id: "twee", level: "nu", when: { all: [when("gevaar", "ja"), when("gebeurd", "b", "weet-ik-niet")] } },
    ];
    expect(
      prove(rows, { given: { all: [given("gevaar", "ja"), given("gebeurd", "a", "b")] }, then: rule.then }),
    ).toEqual([]);
    const [broken] = prove(rows, {
      given: { all: [given("gevaar", "ja"), given("gebeurd", "a", "c")] },
      then: rule.then,
    });
    expect(broken?.counterExample.gebeurd).toContain("c");
  });

  test("fails when the signal it asks for can be hidden by another, and holds when that is asked for as well", () => {
    const signals = [
      { id: "mda", level: "bespreek", when: when("plan", "ja"), yields: true },
      { id: "vast", level: "bespreek", when: when("gebeurd", "a") },
    ];
    const asks = (...wanted: string[]) => ({ given: given("plan", "ja"), then: { "any-signal": wanted } });
    expect(prove(signals, asks("mda"))).toHaveLength(1);
    const named = [{ ...signals[0], yields: ["ander"] }, signals[1] ?? {}];
    expect(prove(named, asks("mda"))).toEqual([]);
  });

  test("can ask for one of several signals", () => {
    const signals = [{ id: "mda", level: "bespreek", when: when("plan", "ja") }, nu];
    expect(prove(signals, { given: given("plan", "ja"), then: { "any-signal": ["mda"] } })).toEqual([]);
    expect(prove(signals, { given: given("gevaar", "ja"), then: { "any-signal": ["mda"] } })).toHaveLength(1);
  });
});

describe("never lower", () => {
  const rule = { "never-lower": { from: ["nee", "niets"], to: "weet-ik-niet" } };

  test("fails when a row fires on nee only", () => {
    const [broken] = prove([{ id: "plan", level: "bespreek", when: when("plan", "nee") }], rule);
    expect(broken?.counterExample).toEqual({ plan: ["nee"] });
  });

  test("holds when another row is as urgent after the change", () => {
    const rows = [
      { id: "plan", level: "bespreek", when: when("plan", "nee") },
      { id: "open", level: "vandaag", when: when("plan", "weet-ik-niet") },
    ];
    expect(prove(rows, rule)).toEqual([]);
  });

  test("sees a denial that only nee satisfies", () => {
    const [broken] = prove([{ id: "rust", level: "vandaag", when: { none: [when("gevaar", "ja")] } }], rule);
    expect(broken?.counterExample).toEqual({ gevaar: ["nee"] });
  });

  test("does not count info as a level", () => {
    expect(prove([{ id: "plan", level: "info", when: when("plan", "nee") }], rule)).toEqual([]);
  });
});

test("the search agrees with trying every combination", () => {
  const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc.record({
        question: fc.constantFrom("gevaar", "plan"),
        is: fc.subarray(["ja", "nee", "weet-ik-niet"], { minLength: 1 }),
        "at-least": fc.constant(1),
      }),
      fc.record({
        question: fc.constant("gebeurd"),
        is: fc.subarray(["a", "b", "c", "weet-ik-niet"], { minLength: 1 }),
        "at-least": fc.constantFrom(1, 2),
      }),
      fc.record({ all: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ none: fc.array(tie("node"), { minLength: 1, maxLength: 2 }) }),
    ),
  })).node;
  const single = [undefined, ["ja"], ["nee"], ["weet-ik-niet"]];
  const several = [undefined, ["niets"], ...subsets(["a", "b", "c", "weet-ik-niet"])];
  fc.assert(
    fc.property(condition, condition, (premise, goal) => {
      const brute = single.some((gevaar) =>
        single.some((plan) =>
          several.some((gebeurd) => {
            const answers = Object.fromEntries(
              Object.entries({ gevaar, plan, gebeurd }).filter((entry): entry is [string, string[]] => !!entry[1]),
            );
            return evaluate(premise, answers) === "true" && evaluate(goal, answers) !== "true";
          }),
        ),
      );
      const space = answerSpace(premise, [goal], questions);
      const found = searchAnswers(space, premise, (answers) => evaluate(goal, answers) === "true");
      expect(found !== undefined).toBe(brute);
    }),
    { numRuns: 500 },
  );
});

function subsets(ids: string[]): string[][] {
  return ids
    .reduce<string[][]>((sets, id) => sets.concat(sets.map((set) => set.concat(id))), [[]])
    .filter((set) => set.length > 0);
}
