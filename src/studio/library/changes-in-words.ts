import { isDeepStrictEqual } from "node:util";
import type { Data } from "../edit/emit-yaml.ts";
import { FORMS } from "../forms/fields.ts";
import { fieldValue } from "../forms/form-values.ts";
import { conditionInWords, topicName } from "./condition-in-words.ts";
import type { Library } from "./read-library.ts";
import { linesOf } from "./steps-in-words.ts";
import { idsIn, listIn, type Thing, type ThingKind, textIn } from "./thing.ts";

/** What became of one thing. */
export interface Change {
  how: "new" | "gone" | "changed";
  kind: ThingKind;
  thing: Thing;
  fields: FieldChange[];
}

export interface FieldChange {
  label: string;
  /** Empty when there was nothing. */
  before: string;
  after: string;
}

export interface Changes {
  things: Change[];
  /** Changed files in which no thing changed that has a page. */
  files: string[];
}

/** What differs between two moments of the content, as people read it. */
export function changesInWords(before: Library, after: Library): Changes {
  const files = [...new Set([...before.files.keys(), ...after.files.keys()])];
  const changed = files.filter((file) => before.files.get(file)?.text !== after.files.get(file)?.text);
  const old = thingsIn(before, changed);
  const now = thingsIn(after, changed);
  const things = [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const change = changeOf(old.get(key), now.get(key), before, after);
    return change ? [change] : [];
  });
  const told = new Set(things.map(({ thing }) => thing.file));
  // Examples follow from what else changed.
  const examplesLast = things.toSorted((a, b) => Number(a.kind === "example") - Number(b.kind === "example"));
  return { things: examplesLast, files: changed.filter((file) => !told.has(file)) };
}

function thingsIn({ files }: Library, names: readonly string[]): Map<string, Thing> {
  const things = names.flatMap((name) => files.get(name)?.things ?? []);
  return new Map(things.map((thing) => [`${thing.kind} ${thing.id}`, thing]));
}

function changeOf(old: Thing | undefined, now: Thing | undefined, before: Library, after: Library): Change | undefined {
  const thing = now ?? old;
  if (!thing || isDeepStrictEqual(old?.data, now?.data)) return undefined;
  const how = old ? (now ? "changed" : "gone") : "new";
  return { how, kind: thing.kind, thing, fields: how === "gone" ? [] : fieldChanges(old, thing, before, after) };
}

/** What differs in the fields of one thing; never empty. */
export function fieldChanges(old: Thing | undefined, now: Thing, before: Library, after: Library): FieldChange[] {
  const changed = FORMS[now.kind].filter(
    (field) => !isDeepStrictEqual(old && fieldValue(field, old), fieldValue(field, now)),
  );
  const fields = changed.map((field): FieldChange => {
    const say = (thing: Thing | undefined, library: Library) => {
      const value = thing && fieldValue(field, thing);
      if (value === undefined) return "";
      if (field.type === "condition") return conditionInWords(value, library, field.unknown);
      if (field.type === "choice") return field.choices.find(([id]) => id === value)?.[1] ?? String(value);
      if (field.type === "topic") return topicName(String(value), library);
      if (field.type === "topics")
        return idsIn(value)
          .map((id) => topicName(id, library))
          .join(", ");
      if (field.type === "reference") return library.thing(field.to, String(value))?.title ?? String(value);
      return inWords(value);
    };
    const isList = field.type === "lines" || field.type === "options" || field.type === "advice";
    return { label: field.label, ...(isList ? onlyDifferent : whole)(say(old, before), say(now, after)) };
  });
  if (now.kind === "example") fields.push(...stepsChange(old, now, before, after));
  return fields.length > 0 ? fields : [{ label: "Iets dat alleen in het bestand staat", before: "", after: "" }];
}

function whole(before: string, after: string) {
  return { before, after };
}

/** Of two lists, one item on each line, only the lines that the other does not have. */
function onlyDifferent(before: string, after: string) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const gone = old.filter((line) => !now.includes(line));
  const come = now.filter((line) => !old.includes(line));
  if (gone.length + come.length === 0) return { before: "", after: "Een andere volgorde" };
  return { before: gone.join("\n"), after: come.join("\n") };
}

/** The texts in a value, one on each line. */
export function inWords(value: Data): string {
  if (Array.isArray(value)) return value.map((item) => textIn(item, "text") || inWords(item)).join("\n");
  if (typeof value === "object" && value !== null) return Object.values(value).map(inWords).join(", ");
  return String(value);
}

/** The steps of an example that the other does not have; none when they are the same. */
function stepsChange(old: Thing | undefined, now: Thing, before: Library, after: Library): FieldChange[] {
  const say = (thing: Thing | undefined, library: Library) =>
    listIn(thing?.data, "steps")
      .map((step) =>
        linesOf(step, library)
          .map(({ text }) => text)
          .join(" "),
      )
      .join("\n");
  const steps = [say(old, before), say(now, after)] as const;
  return steps[0] === steps[1] ? [] : [{ label: "Stappen", ...onlyDifferent(...steps) }];
}
