import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Answers, evaluate, type Truth } from "../../src/conditions/evaluate.ts";
import { grounds, openQuestions } from "../../src/conditions/grounds.ts";
import type { Condition } from "../../src/content/schema/condition.ts";

const is = (question: string, ...options: string[]): Condition => ({ question, is: options, "at-least": 1 });
const answers: Answers = { ja: ["ja"], nee: ["nee"], open: ["weet-ik-niet"], veel: ["a", "b", "weet-ik-niet"] };
const TRUE = is("ja", "ja");
const FALSE = is("nee", "ja");
const UNKNOWN = is("open", "ja");
const ABSENT = is("niet-gevraagd", "ja");

describe("evaluate", () => {
  test.each<[string, Condition, Truth]>([
    ["a chosen option", TRUE, "true"],
    ["another option", FALSE, "false"],
    ["weet ik niet leaves it open", UNKNOWN, "unknown"],
    ["weet ik niet asked for by name", is("open", "weet-ik-niet"), "true"],
    ["a question that was not answered", ABSENT, "absent"],
    ["one of several chosen options", is("veel", "b", "z"), "true"],
    ["not among several, with weet ik niet beside them", is("veel", "z"), "unknown"],
    ["enough of several", { question: "veel", is: ["a", "b", "c"], "at-least": 2 }, "true"],
    ["not yet enough of several", { question: "veel", is: ["a", "b", "c"], "at-least": 3 }, "unknown"],
    ["all with a false", { all: [TRUE, UNKNOWN, ABSENT, FALSE] }, "false"],
    ["all with an absent", { all: [TRUE, UNKNOWN, ABSENT] }, "absent"],
    ["all with an unknown", { all: [TRUE, UNKNOWN] }, "unknown"],
    ["all true", { all: [TRUE, TRUE] }, "true"],
    ["any with a true", { any: [FALSE, UNKNOWN, ABSENT, TRUE] }, "true"],
    ["any with an unknown", { any: [FALSE, ABSENT, UNKNOWN] }, "unknown"],
    ["any with an absent", { any: [FALSE, ABSENT] }, "absent"],
    ["any without a true", { any: [FALSE, FALSE] }, "false"],
    ["none with a true", { none: [FALSE, TRUE] }, "false"],
    ["none with an unknown is not true", { none: [FALSE, UNKNOWN] }, "unknown"],
    ["none with an absent is not true", { none: [ABSENT] }, "absent"],
    ["none true", { none: [FALSE] }, "true"],
  ])("%s", (_name, condition, expected) => {
    expect(evaluate(condition, answers)).toBe(expected);
  });
});

const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({
      question: fc.constantFrom("p", "q", "r"),
      is: fc.subarray(["ja", "nee", "soms"], { minLength: 1 }),
      "at-least": fc.constant(1),
    }),
    fc.record({ all: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ none: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
  ),
})).node;

const someAnswers = fc.dictionary(
  fc.constantFrom("p", "q", "r"),
  fc.constantFrom("ja", "nee", "soms", "weet-ik-niet").map((option) => [option]),
);

test("a certain outcome stays the same however an unanswered question is answered", () => {
  fc.assert(
    fc.property(condition, someAnswers, someAnswers, (tried, known, later) => {
      const before = evaluate(tried, known);
      if (before === "true" || before === "false") expect(evaluate(tried, { ...later, ...known })).toBe(before);
    }),
  );
});

test("a certain outcome stays the same however a weet ik niet turns out", () => {
  fc.assert(
    fc.property(condition, someAnswers, fc.constantFrom("ja", "nee", "soms"), (tried, known, real) => {
      const before = evaluate(tried, known);
      const resolved = Object.fromEntries(
        Object.entries(known).map(([id, chosen]) => [id, chosen[0] === "weet-ik-niet" ? [real] : chosen]),
      );
      if (before === "true" || before === "false") expect(evaluate(tried, resolved)).toBe(before);
    }),
  );
});

describe("explain", () => {
  test("grounds names only the parts that made it true, and merges one question", () => {
    const tried: Condition = { all: [{ any: [FALSE, is("veel", "a")] }, is("veel", "b"), TRUE] };
    expect(grounds(tried, answers)).toEqual([
      { question: "veel", options: ["a", "b"] },
      { question: "ja", options: ["ja"] },
    ]);
  });

  test("grounds of a denial shows what was chosen instead", () => {
    expect(grounds({ none: [FALSE] }, answers)).toEqual([{ question: "nee", options: ["nee"] }]);
  });

  test("openQuestions names each weet ik niet once", () => {
    expect(openQuestions({ any: [UNKNOWN, is("open", "nee"), TRUE, ABSENT] }, answers)).toEqual(["open"]);
  });
});
