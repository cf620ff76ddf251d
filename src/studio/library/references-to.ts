import { type Data, isDataGroup } from "../edit/emit-yaml.ts";
import type { Library } from "./read-library.ts";
import type { Thing, ThingKind } from "./thing.ts";

/** What is named by its id elsewhere. A premise of a group of signals has no page. */
export type ReferenceKind = ThingKind | "premise";

/** In fields with these names stands the id of a thing of that kind. */
export const REFERENCE_FIELDS: Readonly<Record<string, ReferenceKind>> = {
  question: "question",
  ranks: "question",
  "each-of": "question",
  change: "question",
  explain: "article",
  related: "article",
  read: "article",
  link: "link",
  links: "link",
  fallback: "link",
  document: "source",
  region: "region",
  signals: "signal",
  includes: "signal",
  excludes: "signal",
  open: "signal",
  yields: "signal",
  "any-signal": "signal",
  presupposes: "premise",
  denies: "premise",
};

/** The things that name this one, so that they must change when it goes away. */
export function referencesTo({ kind, id }: Pick<Thing, "kind" | "id">, { things }: Library): Thing[] {
  return things.filter((thing) => !(thing.kind === kind && thing.id === id) && names(thing.data, kind, id));
}

function names(data: Data, kind: ThingKind, id: string): boolean {
  if (Array.isArray(data)) return data.some((item) => names(item, kind, id));
  if (!isDataGroup(data)) return false;
  return Object.entries(data).some(([key, value]) => {
    if (REFERENCE_FIELDS[key] === kind && (value === id || (Array.isArray(value) && value.includes(id)))) return true;
    // An answer in an example: { answer: { direct-gevaar: nee } }
    if (kind === "question" && key === "answer" && isDataGroup(value) && id in value) return true;
    if (kind === "signal" && key === "react" && isDataGroup(value) && id in value) return true;
    return names(value, kind, id);
  });
}
