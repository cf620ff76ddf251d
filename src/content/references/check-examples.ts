import type { Draft } from "../draft.ts";
import type { Mistake } from "../mistake.ts";
import type { Path } from "../node-offset.ts";
import type { ExampleStep, Expectation } from "../schema/example.ts";
import { unknownOption } from "./check-conditions.ts";
import type { Targets } from "./targets.ts";
import { type ReferenceTarget, unknownReference } from "./unknown-reference.ts";

type Example = Draft["examples"][number];

/** What example conversations name does exist. Whether they go as told is checked by playing them. */
export function checkExamples(draft: Draft, targets: Targets): Mistake[] {
  return draft.examples.flatMap((example) => {
    const check = checker(draft, targets, example);
    const { region, steps } = example.value;
    return [
      ...(region ? check.reference(targets.region, region, ["region"]) : []),
      ...steps.flatMap((step, index) => checkStep(check, targets, step, ["steps", index])),
    ];
  });
}

function checker(draft: Draft, targets: Targets, example: Example) {
  const reference = (target: ReferenceTarget, id: string, path: Path) =>
    unknownReference(draft, target, id, example, path);
  const answer = (question: string, chosen: string[], path: Path): Mistake[] => {
    const found = targets.questionById.get(question);
    if (!found) return reference(targets.question, question, path);
    return chosen.flatMap((option) => unknownOption(found.value, option, example, path));
  };
  const phase = (flow: string, id: string, path: Path): Mistake[] => {
    const found = draft.flows.find(({ value }) => value.id === flow);
    const ids = new Set(found?.value.phases.map((item) => item.id));
    return found ? reference({ ...targets.phase, thing: `fase in "${flow}"`, ids }, id, path) : [];
  };
  return { reference, answer, phase };
}

type Checker = ReturnType<typeof checker>;

function checkStep(check: Checker, targets: Targets, step: ExampleStep, path: Path): Mistake[] {
  if ("start" in step) {
    const phase = step.phase ? check.phase(step.start, step.phase, [...path, "phase"]) : [];
    return [...check.reference(targets.flow, step.start, [...path, "start"]), ...phase];
  }
  if ("answer" in step) {
    return Object.entries(step.answer).flatMap(([id, chosen]) => check.answer(id, chosen, [...path, "answer", id]));
  }
  if ("old-card" in step) {
    const { question, choose } = step["old-card"];
    return check.answer(question, choose, [
      ...path,
      "old-card",
      targets.questionById.has(question) ? "choose" : "question",
    ]);
  }
  if ("open" in step) return check.reference(targets.signal, step.open, [...path, "open"]);
  if ("change" in step) return check.reference(targets.question, step.change, [...path, "change"]);
  if ("region" in step) return check.reference(targets.region, step.region, [...path, "region"]);
  if ("react" in step) {
    return Object.keys(step.react).flatMap((id) => check.reference(targets.signal, id, [...path, "react", id]));
  }
  return "expect" in step ? checkExpected(check, targets, step.expect, [...path, "expect"]) : [];
}

function checkExpected(check: Checker, targets: Targets, expected: Expectation, path: Path): Mistake[] {
  const { question, card } = expected;
  const lists = ["signals", "includes", "excludes"] as const;
  return [
    ...(question ? check.reference(targets.question, question, [...path, "question"]) : []),
    ...(card ? check.reference(targets.card, card, [...path, "card"]) : []),
    ...lists.flatMap((key) =>
      (expected[key] ?? []).flatMap((id, index) => check.reference(targets.signal, id, [...path, key, index])),
    ),
  ];
}
