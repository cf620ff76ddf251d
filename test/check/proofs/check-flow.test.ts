import { expect, test } from "@jest/globals";
import { checkFlow } from "../../../src/check/proofs/check-flow.ts";
import type { Condition } from "../../../src/content/schema/condition.ts";
import { makeFlow, makePhase, makeQuestion } from "../../support/make-content.ts";

const is = (question: string, ...options: string[]): Condition => ({ question, is: options, "at-least": 1 });
test("a flow whose questions can all be asked has no problems", () => {
  const flow = makeFlow([
    makePhase("een", [makeQuestion("a"), makeQuestion("b", { when: is("a", "ja") })]),
    makePhase("twee", [makeQuestion("c")], { gate: is("a", "nee") }),
  ]);
  expect(checkFlow(flow)).toEqual([]);
});

test("a question that is asked only after 'weet ik niet' can be asked", () => {
  const when = { all: [is("a", "weet-ik-niet"), is("a", "ja", "weet-ik-niet")] };
  const flow = makeFlow([makePhase("een", [makeQuestion("a"), makeQuestion("b", { when })])]);
  expect(checkFlow(flow)).toEqual([]);
});

test("a question whose conditions contradict each other cannot be asked", () => {
  const when = { all: [is("a", "ja"), is("b", "ja")] };
  const flow = makeFlow([
    makePhase("een", [
      makeQuestion("a"),
      makeQuestion("b", { when: { all: [is("a", "nee"), { none: [is("a", "weet-ik-niet")] }] } }),
      makeQuestion("c", { when }),
    ]),
  ]);
  expect(checkFlow(flow)).toEqual([{ kind: "unreachable-question", question: "c" }]);
});

test("a question about one that this flow never asks cannot be asked", () => {
  const flow = makeFlow([makePhase("een", [makeQuestion("a"), makeQuestion("b", { when: is("elders", "ja") })])]);
  expect(checkFlow(flow)).toEqual([{ kind: "unreachable-question", question: "b" }]);
});

test("a gate that only 'weet ik niet' comes near never opens", () => {
  const gate = { all: [is("a", "ja"), is("a", "nee")] };
  const flow = makeFlow([makePhase("een", [makeQuestion("a")]), makePhase("twee", [makeQuestion("b")], { gate })]);
  expect(checkFlow(flow)).toEqual([{ kind: "closed-phase", phase: "twee" }]);
});

test("a gate that two answers together open is open", () => {
  const gate = { all: [is("a", "ja"), { any: [is("b", "nee"), is("c", "nee")] }] };
  const first = [makeQuestion("a"), makeQuestion("b", { when: is("a", "nee") }), makeQuestion("c")];
  const flow = makeFlow([makePhase("een", first), makePhase("twee", [makeQuestion("d")], { gate })]);
  expect(checkFlow(flow)).toEqual([]);
});

test("a flow with many questions that look back at many others is still walked in full", () => {
  const questions = Array.from({ length: 40 }, (_, index) =>
    makeQuestion(
      `v${index}`,
      index > 1 ? { when: { any: [is(`v${index - 1}`, "ja"), is(`v${index - 2}`, "nee")] } } : {},
    ),
  );
  expect(checkFlow(makeFlow([makePhase("een", questions)]))).toEqual([]);
});

test("a flow with too many ways through is refused instead of walked for ever", () => {
  const questions = Array.from({ length: 36 }, (_, index) => makeQuestion(`v${index}`));
  const pairs = questions.slice(0, 18).map(({ id }, index) => ({ all: [is(id, "ja"), is(`v${index + 18}`, "ja")] }));
  const last = makeQuestion("z", { when: { any: pairs } });
  expect(checkFlow(makeFlow([makePhase("een", [...questions, last])]))).toEqual([{ kind: "too-many-ways" }]);
});
