import type { Atom, Condition } from "../content/schema/condition.ts";

/** All atoms of a condition, in the order in which they are written. */
export function atoms(condition: Condition): Atom[] {
  if ("question" in condition) return [condition];
  if ("all" in condition) return condition.all.flatMap(atoms);
  if ("any" in condition) return condition.any.flatMap(atoms);
  return condition.none.flatMap(atoms);
}
