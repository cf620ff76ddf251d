import { createHash } from "node:crypto";
import type { Phase } from "./content.ts";
import type { Question } from "./schema/question.ts";

/** Hexadecimal digits: enough to see that a flow changed, short enough for every button. */
const LENGTH = 8;

/** A hash of what steers the walk: ids, kinds, options and conditions. Wording is left out. */
export function flowVersion(id: string, phases: readonly Phase[]): string {
  const structure = [
    id,
    phases.map((phase) => [phase.id, phase.always, phase.gate, phase.questions.map(questionShape)]),
  ];
  return createHash("sha256").update(JSON.stringify(structure)).digest("hex").slice(0, LENGTH);
}

function questionShape({ id, kind, when, options }: Question): unknown {
  return [id, kind, when, options.map((option) => [option.id, option.alone])];
}
