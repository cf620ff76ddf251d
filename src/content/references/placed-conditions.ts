import type { Draft, Placed } from "../draft.ts";
import type { Path } from "../node-offset.ts";
import type { Atom, Condition } from "../schema/condition.ts";
import type { Question } from "../schema/question.ts";
import type { Targets } from "./targets.ts";

/** One atom of a condition, and where it stands inside `owner`. */
export interface PlacedAtom {
  atom: Atom;
  owner: Placed<unknown>;
  path: Path;
}

/** Every atom of every condition in the content. */
export function allAtoms(draft: Draft, targets: Targets): PlacedAtom[] {
  return [
    ...signalAndQuestionAtoms(draft, targets),
    ...targets.invariants.flatMap((rule) => ("given" in rule.value ? atomsAt(rule, ["given"], rule.value.given) : [])),
    ...targets.invariants.flatMap((rule) =>
      "keeps-shut" in rule.value ? atomsAt(rule, ["keeps-shut", "unless"], rule.value["keeps-shut"].unless) : [],
    ),
  ];
}

/** The atoms that steer a walk or its suggestions: all but those of rules that must hold. */
export function signalAndQuestionAtoms(draft: Draft, targets: Targets): PlacedAtom[] {
  return [
    ...targets.questions.flatMap(questionAtoms),
    ...draft.flows.flatMap((flow) => flow.value.phases.flatMap((_phase, index) => gateAtoms(flow, index))),
    ...targets.signals.flatMap((signal) => atomsAt(signal, ["when"], signal.value.when)),
    ...targets.signals.flatMap((signal) => atomsAt(signal, ["past", "when"], signal.value.past?.when)),
    ...targets.signals.flatMap((signal) =>
      signal.value.advice.flatMap(({ when }, index) => atomsAt(signal, ["advice", index, "when"], when)),
    ),
    ...targets.premises.flatMap((premise) => atomsAt(premise, ["unless"], premise.value.unless)),
  ];
}

/** The atoms of a question: when it is asked, what it suggests, and its checklist. */
export function questionAtoms(question: Placed<Question>): PlacedAtom[] {
  const { when, suggest, checklist } = question.value;
  return [
    ...atomsAt(question, ["when"], when),
    ...atomsAt(question, ["suggest", "when"], suggest?.when),
    ...checklist.flatMap((line, index) => atomsAt(question, ["checklist", index, "when"], line.when)),
  ];
}

/** The atoms of the gate of one phase. */
export function gateAtoms(flow: Draft["flows"][number], phase: number): PlacedAtom[] {
  return atomsAt(flow, ["phases", phase, "gate"], flow.value.phases[phase]?.gate);
}

function atomsAt(owner: Placed<unknown>, path: Path, condition: Condition | undefined): PlacedAtom[] {
  if (!condition) return [];
  if ("question" in condition) return [{ atom: condition, owner, path }];
  const [key, parts] = Object.entries(condition)[0] as [string, Condition[]];
  return parts.flatMap((part, index) => atomsAt(owner, [...path, key, index], part));
}
