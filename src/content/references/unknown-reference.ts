import { type Draft, mistakeAt, type Placed } from "../draft.ts";
import { type Finding, type Mistake, meant } from "../mistake.ts";
import { nearest } from "../nearest.ts";
import type { Path } from "../node-offset.ts";

/** A kind of thing that other content refers to by id. */
export interface ReferenceTarget {
  /** Name of the rule, for example `unknown-link`. */
  rule: string;
  /** The kind in Dutch, for example `link`. */
  thing: string;
  ids: ReadonlySet<string>;
  /** Whether any file of this kind could be read. If not, that is the mistake, and not each reference. */
  known: boolean;
  /** The file with a mistake because of which some of the ids may be lacking. */
  lost?: string | undefined;
}

/** More than this many ids are not listed in a message. */
const LISTED = 12;

/** A mistake when `id` is not one of the target's, unless that follows from a file that was refused. */
export function unknownReference(
  draft: Draft,
  target: ReferenceTarget,
  id: string,
  placed: Placed<unknown>,
  path: Path,
): Mistake[] {
  if (!target.known || target.ids.has(id) || draft.refusedIds.has(id)) return [];
  const what = `Er is geen ${target.thing} "${id}".`;
  return [following(target, mistakeAt(placed, path, { rule: target.rule, what, ...choices(id, target.ids) }))];
}

/** The mistake, as one that follows from the file in which the id may be lost. */
export function following({ lost }: ReferenceTarget, mistake: Mistake): Mistake {
  return lost === undefined || lost === mistake.file ? mistake : { ...mistake, follows: lost };
}

/** Which ids there are to choose from, the likeliest first. */
export function choices(id: string, ids: ReadonlySet<string>): Pick<Finding, "fix" | "mend"> {
  if (ids.size === 0) return { fix: "Maak het eerst aan." };
  const near = nearest(id, ids);
  const hint = near ? `Bedoel je "${near}"? ` : "";
  const all = [...ids].slice(0, LISTED).join(", ");
  const fix = `${hint}Kies uit: ${all}${ids.size > LISTED ? ", …" : ""}.`;
  return near === undefined ? { fix } : { fix, mend: meant(near) };
}
