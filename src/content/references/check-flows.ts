import { type Draft, mistakeAt } from "../draft.ts";
import type { Mistake } from "../mistake.ts";
import { gateAtoms, type PlacedAtom, questionAtoms } from "./placed-conditions.ts";
import type { Targets } from "./targets.ts";
import { unknownReference } from "./unknown-reference.ts";

type Flow = Draft["flows"][number];

/** Flows name phases that exist, every phase is used, and conditions look back, never ahead. */
export function checkFlows(draft: Draft, targets: Targets): Mistake[] {
  return [
    ...draft.flows.flatMap((flow) => checkPhases(draft, targets, flow)),
    ...unusedPhases(draft),
    ...draft.flows.flatMap((flow) => checkOrder(draft, targets, flow)),
  ];
}

function checkPhases(draft: Draft, targets: Targets, flow: Flow): Mistake[] {
  return flow.value.phases.flatMap(({ id }, index) =>
    unknownReference(draft, targets.phase, id, flow, ["phases", index, "id"]),
  );
}

function unusedPhases(draft: Draft): Mistake[] {
  const used = new Set(draft.flows.flatMap(({ value }) => value.phases.map(({ id }) => id)));
  return draft.questions
    .filter(({ value }) => !used.has(value.phase) && !draft.refusedIds.has(value.phase))
    .map((file) =>
      mistakeAt(file, ["phase"], {
        rule: "unused-phase",
        what: `Geen enkele vragenlijst gebruikt de fase "${file.value.phase}".`,
        fix: "Zet de fase in een bestand in dialogs/flows, of haal dit bestand weg.",
      }),
    );
}

/** A condition may only use questions that were asked before, in every flow that has both. */
function checkOrder(draft: Draft, targets: Targets, flow: Flow): Mistake[] {
  const order = questionOrder(draft, flow);
  const asked = targets.questions.flatMap((question) => {
    const own = order.get(question.value.id);
    return own === undefined ? [] : questionAtoms(question).flatMap((atom) => laterQuestion(flow, order, atom, own));
  });
  const gates = flow.value.phases.flatMap((phase, index) => {
    const start = order.get(questionIds(draft, phase.id)[0] ?? "") ?? order.size;
    return gateAtoms(flow, index).flatMap((atom) => [
      ...laterQuestion(flow, order, atom, start),
      ...outsideFlow(targets, order, atom),
    ]);
  });
  return [...asked, ...gates];
}

function laterQuestion(
  flow: Flow,
  order: Map<string, number>,
  { atom, owner, path }: PlacedAtom,
  own: number,
): Mistake[] {
  const other = order.get(atom.question);
  if (other === undefined || other < own) return [];
  const what = `De vraag "${atom.question}" komt in de ronde "${flow.value.title}" niet eerder aan de beurt.`;
  const fix = "Gebruik een vraag die eerder komt, of verander de volgorde.";
  return [mistakeAt(owner, [...path, "question"], { rule: "later-question", what, fix })];
}

function outsideFlow(targets: Targets, order: Map<string, number>, { atom, owner, path }: PlacedAtom): Mistake[] {
  if (order.has(atom.question) || !targets.questionById.has(atom.question)) return [];
  const what = `De vraag "${atom.question}" wordt in deze vragenlijst niet gesteld, dus de fase gaat nooit open.`;
  const fix = "Zet de fase van die vraag eerder in de lijst, of kies een andere vraag.";
  return [mistakeAt(owner, [...path, "question"], { rule: "gate-outside-flow", what, fix })];
}

function questionOrder(draft: Draft, flow: Flow): Map<string, number> {
  const ids = flow.value.phases.flatMap((phase) => questionIds(draft, phase.id));
  return new Map(ids.map((id, index) => [id, index]));
}

function questionIds(draft: Draft, phase: string): string[] {
  const file = draft.questions.find(({ value }) => value.phase === phase);
  return file ? file.value.questions.map(({ id }) => id) : [];
}
