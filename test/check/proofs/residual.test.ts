import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { residual } from "../../../src/check/proofs/residual.ts";
import { type Answers, evaluate } from "../../../src/conditions/evaluate.ts";
import type { Condition } from "../../../src/content/schema/condition.ts";

const QUESTIONS = ["a", "b", "c"];
const atom: fc.Arbitrary<Condition> = fc
  .constantFrom(...QUESTIONS)
  .map((question) => ({ question, is: ["ja"], "at-least": 1 }));
const condition = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    fc.record({ all: fc.array(tie("any"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("any"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ none: fc.array(tie("any"), { minLength: 1, maxLength: 3 }) }),
  ),
})).any;
const answers = fc.dictionary(fc.constantFrom(...QUESTIONS), fc.constantFrom(["ja"], ["nee"], ["weet-ik-niet"]));

test("with the same residual, whatever is answered later has the same outcome", () => {
  fc.assert(
    fc.property(condition, answers, answers, answers, (given, one, other, later) => {
      const later1: Answers = { ...later, ...one };
      const later2: Answers = { ...later, ...other };
      fc.pre(Object.keys(one).sort().join() === Object.keys(other).sort().join());
      if (residual(given, one) !== residual(given, other)) return;
      expect(evaluate(given, later1, "false")).toBe(evaluate(given, later2, "false"));
    }),
    { numRuns: 2000 },
  );
});

test("what is decided is said, and parts that cannot matter any more are left out", () => {
  const is = (question: string): Condition => ({ question, is: ["ja"], "at-least": 1 });
  const given: Condition = { any: [is("a"), is("b")] };
  expect(residual(given, { a: ["ja"] })).toBe("true");
  expect(residual(given, { a: ["nee"], b: ["nee"] })).toBe("false");
  expect(residual(given, { a: ["nee"] })).toBe(residual(is("b"), {}));
});
