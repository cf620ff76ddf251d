import { describe, expect, test } from "@jest/globals";
import { type Break, loadBroken } from "./support/load-broken.ts";

const GEVAAR = "dialogs/questions/gevaar.yaml";
const PLAN = "dialogs/questions/plan.yaml";
const FLOW = "dialogs/flows/lang.yaml";
const NU = "dialogs/signals/nu.yaml";

const CASES: Break[] = [
  {
    when: "any-but names an option that does not exist",
    rule: "unknown-option",
    file: PLAN,
    edits: [["is: [wapen, letsel]", "any-but: [@@mes]"]],
  },
  {
    when: "any-but leaves no option",
    rule: "nothing-left",
    file: PLAN,
    edits: [["is: [wapen, letsel]", "any-but: @@[wapen, letsel, niets-hiervan]"]],
  },
  {
    when: "a condition has both is and any-but",
    rule: "more-than-one-key",
    file: PLAN,
    edits: [
      [
        "question: wat-gebeurd\n          is: [wapen, letsel]",
        "@@question: wat-gebeurd\n          is: [wapen]\n          any-but: [niets-hiervan]",
      ],
    ],
  },
  {
    when: "a condition says nothing about the answer",
    rule: "missing-key",
    file: PLAN,
    edits: [["question: wat-gebeurd\n          is: [wapen, letsel]", "@@question: wat-gebeurd"]],
  },
  {
    when: "a condition names a question that does not exist",
    rule: "unknown-question",
    file: GEVAAR,
    edits: [["question: direct-gevaar", "question: @@direct-gevar"]],
  },
  {
    when: "a condition names an option that does not exist",
    rule: "unknown-option",
    file: PLAN,
    edits: [["[wapen, letsel]", "[wapen, @@mes]"]],
  },
  {
    when: "a condition with one option names one that does not exist",
    rule: "unknown-option",
    file: GEVAAR,
    edits: [["is: nee", "is: @@misschien"]],
  },
  {
    when: "a gate names an option that does not exist",
    rule: "unknown-option",
    file: FLOW,
    edits: [["is: nee", "is: @@misschien"]],
  },
  {
    when: "a signal names an option that does not exist",
    rule: "unknown-option",
    file: NU,
    edits: [["is: [wapen, letsel]", "is: [@@mes, letsel]"]],
  },
  {
    when: "an invariant names an option that does not exist",
    rule: "unknown-option",
    file: NU,
    edits: [["is: ja\n    then", "is: @@jawel\n    then"]],
  },
  {
    when: "a suggestion is no option of its question",
    rule: "unknown-option",
    file: PLAN,
    edits: [["option: opnieuw", "option: @@nee"]],
  },
  {
    when: "never-lower names an option that no question has",
    rule: "unknown-option",
    file: NU,
    edits: [
      [
        "    given:\n      question: direct-gevaar\n      is: ja\n    then:\n      level-at-least: nu",
        "    never-lower:\n      from: [nee]\n      to: @@geen-idee",
      ],
    ],
  },
  {
    when: "a condition names an option twice",
    rule: "duplicate-option",
    file: PLAN,
    edits: [["[wapen, letsel]", "[wapen, @@wapen]"]],
  },
  {
    when: "at-least asks for more options than are named",
    rule: "at-least-too-high",
    file: NU,
    edits: [["at-least: 2", "at-least: @@3"]],
  },
  {
    when: "at-least asks for two answers to a question that takes one",
    rule: "at-least-too-high",
    file: GEVAAR,
    edits: [["      is: nee", "      is: [ja, nee]\n      at-least: @@2"]],
  },
  {
    when: "a question depends on itself",
    rule: "later-question",
    file: GEVAAR,
    edits: [["question: direct-gevaar\n      is: nee", "question: @@wat-gebeurd\n      is: wapen"]],
  },
  {
    when: "a question depends on a later one",
    rule: "later-question",
    file: GEVAAR,
    edits: [["question: direct-gevaar\n      is: nee", "question: @@plan\n      is: ja"]],
  },
  {
    when: "a checklist depends on its own question",
    rule: "later-question",
    file: PLAN,
    edits: [
      [
        "- when:\n          question: wat-gebeurd\n          is: [wapen, letsel]",
        "- when:\n          question: @@plan\n          is: ja",
      ],
    ],
  },
  {
    when: "a gate depends on a question in its own phase",
    rule: "later-question",
    file: FLOW,
    edits: [["question: direct-gevaar\n      is: nee", "question: @@plan\n      is: ja"]],
  },
  {
    when: "a gate depends on a question that the flow does not ask",
    rule: "gate-outside-flow",
    file: FLOW,
    edits: [
      ["  - id: gevaar\n    always: true\n", ""],
      ["question: direct", "question: @@direct"],
    ],
  },
  {
    when: "a flow has a phase that does not exist",
    rule: "unknown-phase",
    file: FLOW,
    edits: [["id: plan", "id: @@plannen"]],
  },
  { when: "no flow has the phase", rule: "unused-phase", file: PLAN, edits: [["phase: plan", "phase: @@los"]] },
];

describe("a mistake in a condition or a flow", () => {
  test.each(CASES)("is reported at its place when $when", async (broken) => {
    const { place, found, content } = await loadBroken(broken);
    expect(found).toContain(`${place} ${broken.rule}`);
    expect(content).toBeUndefined();
  });
});
