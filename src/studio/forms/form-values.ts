import { isDeepStrictEqual } from "node:util";
import type { Path } from "../../content/node-offset.ts";
import { parseFile } from "../../content/parse-file.ts";
import { type Data, isDataGroup } from "../edit/emit-yaml.ts";
import { writeArticle } from "../edit/write-article.ts";
import { writeValue } from "../edit/write-value.ts";
import { field as fieldOf, listIn, type Thing, textIn } from "../library/thing.ts";
import { changeCondition, fromForm, isSameCondition, readCondition } from "./condition-form.ts";
import { type Field, FORMS } from "./fields.ts";
import { KEY_ORDER } from "./key-order.ts";
import { slugOf } from "./slug.ts";

/** The button that was pressed, such as `add:when`; empty for saving alone. */
export const OP = "op";
/** What stood in the fields when the page was made, so that only what this person changed is written. */
export const WAS = "was";

/** The version that the page showed. */
export const VERSION = "version";

/** The answer of a question that the button takes away. */
export function droppedAnswer(form: URLSearchParams): string | undefined {
  const [verb, id] = (form.get(OP) ?? "").split(":");
  return verb === "option-drop" ? id : undefined;
}

/** The name of a field in the form. */
export function nameOf({ path }: Field): string {
  return path.length === 0 ? "value" : path.join(".");
}

/** What stands in the file for a field. */
export function fieldValue(field: Field, thing: Thing): Data | undefined {
  return field.path.length === 0 ? thing.data : fieldOf(thing.data, ...field.path);
}

/** What the fields hold, to be sent back with the form. */
export function wasOf(thing: Thing): string {
  const values = FORMS[thing.kind].map((field) => [nameOf(field), fieldValue(field, thing) ?? null] as const);
  return JSON.stringify(Object.fromEntries(values));
}

/**
 * The text of the file with what was filled in for a thing. Fields that this person left as they were keep what is there.
 * @throws AppError EDIT_FAILED
 */
export function writeForm(text: string, thing: Thing, form: URLSearchParams): string {
  const was = readWas(form);
  const op = form.get(OP) ?? "";
  const written = FORMS[thing.kind].reduce((done, field) => {
    if (!isInForm(field, form)) return done;
    const value = readField(field, form, thing);
    const name = nameOf(field);
    const isPressed = op !== "" && (field.type === "condition" || field.type === "options");
    if (!isPressed && was && isSameValue(field, value, was[name] ?? undefined)) return done;
    if (isSameValue(field, value, fieldValue(field, thing))) return done;
    return write(done, thing, field.path, value);
  }, text);
  return withNoAdvice(withoutEmpty(written, thing), thing, op);
}

/** A group of which every field was emptied is not in the file, and neither is the place in a source that was taken away. */
function withoutEmpty(text: string, thing: Thing): string {
  const inGroups = FORMS[thing.kind].filter(({ path, optional }) => optional && path.length > 1);
  return inGroups.reduce((done, { path }) => {
    const parent = path.slice(0, -1);
    if (fieldOf(thing.data, ...parent) === undefined) return done;
    const { data } = parseFile({ file: thing.file, bytes: new TextEncoder().encode(done) });
    const group = fieldOf(data as Data | undefined, ...thing.path, ...parent);
    if (!isDataGroup(group)) return done;
    const isEmpty = Object.keys(group).length === 0 || (path.at(-1) === SOURCE_ID && !(SOURCE_ID in group));
    return isEmpty ? write(done, thing, parent, undefined) : done;
  }, text);
}

/** The key without which a source says nothing. */
const SOURCE_ID = "document";

/** A person says that an answer needs no advice. */
function withNoAdvice(text: string, thing: Thing, op: string): string {
  const option = /^no-advice:([a-z0-9-]+)$/.exec(op)?.[1];
  if (option === undefined || thing.kind !== "question") return text;
  const now = listIn(thing.data, "no-advice").map(String);
  return write(text, thing, ["no-advice"], [...new Set([...now, option])]);
}

function write(text: string, thing: Thing, path: Path, value: Data | undefined): string {
  const whole = [...thing.path, ...path];
  const order = KEY_ORDER[thing.kind];
  return thing.file.endsWith(".md") ? writeArticle(text, whole, value, order) : writeValue(text, whole, value, order);
}

function readWas(form: URLSearchParams): Record<string, Data> | undefined {
  try {
    const was: unknown = JSON.parse(form.get(WAS) ?? "");
    return isDataGroup(was) ? was : undefined;
  } catch {
    return undefined;
  }
}

function isInForm(field: Field, form: URLSearchParams): boolean {
  const name = nameOf(field);
  // A list without anything chosen sends nothing, so a mark says that it was there.
  return form.has(name) || form.has(`${name}.here`) || form.has(`${name}.kind`);
}

function isSameValue(field: Field, a: Data | undefined, b: Data | undefined): boolean {
  return field.type === "condition" ? isSameCondition(a, b) : isDeepStrictEqual(a ?? undefined, b ?? undefined);
}

function readField(field: Field, form: URLSearchParams, thing: Thing): Data | undefined {
  const name = nameOf(field);
  switch (field.type) {
    case "lines": {
      const lines = linesOf(form.get(name) ?? "");
      return lines.length === 0 && field.optional ? undefined : lines;
    }
    case "topics":
    case "references": {
      const ids = [...new Set(form.getAll(name).filter((id) => id !== ""))];
      return ids.length === 0 && field.optional ? undefined : ids;
    }
    case "condition":
      return fromForm(changeCondition(readCondition(form, name), form.get(OP) ?? "", name));
    case "options":
      return readOptions(form, name, listIn(thing.data, "options"));
    case "advice":
      return readAdvice(form, name, listIn(thing.data, "advice"));
    default: {
      const text = plain(form.get(name) ?? "");
      return text === "" && field.optional ? undefined : text;
    }
  }
}

function plain(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[ \t]+$/gm, "")
    .trim();
}

function linesOf(text: string): string[] {
  return plain(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The answers: with another text, in another order, without one, or with one more. */
function readOptions(form: URLSearchParams, name: string, now: readonly Data[]): Data[] {
  const rows = now.map((option): Data => {
    const id = textIn(option, "id");
    const text = plain(form.get(`${name}.${id}`) ?? textIn(option, "text"));
    return isDataGroup(option) ? { ...option, text } : option;
  });
  const [verb, id] = (form.get(OP) ?? "").split(":");
  const at = rows.findIndex((option) => textIn(option, "id") === id);
  if (verb === "option-drop" && at >= 0) rows.splice(at, 1);
  if (verb === "option-up" && at > 0) rows.splice(at - 1, 0, ...rows.splice(at, 1));
  if (verb === "option-down" && at >= 0) rows.splice(at + 1, 0, ...rows.splice(at, 1));
  const added = plain(form.get(`${name}.new`) ?? "");
  const ids = rows.map((option) => textIn(option, "id"));
  if (verb !== "option-add" || added === "") return rows;
  // "Geen van deze" stays at the end.
  const end = rows.findLastIndex((option) => fieldOf(option, "alone") !== true) + 1;
  return rows.toSpliced(end, 0, { id: slugOf(added, ids), text: added });
}

/** The lines of an advice: an empty one goes, what else stands with a line stays with it. */
function readAdvice(form: URLSearchParams, name: string, now: readonly Data[]): Data[] {
  const rows = now.flatMap((line, index) => {
    const text = plain(form.get(`${name}.${index}`) ?? textIn(line, "text"));
    return text === "" || !isDataGroup(line)
      ? []
      : [withFamilyTalk({ ...line, text }, form.get(`${name}.${index}.family`))];
  });
  const added = plain(form.get(`${name}.new`) ?? "");
  return added === "" ? rows : [...rows, { text: added }];
}

/** Chosen or not; what was not asked stays. */
function withFamilyTalk(line: Readonly<Record<string, Data>>, chosen: string | null): Data {
  if (chosen === null) return line;
  const { "talks-with-family": _, ...rest } = line;
  return chosen === "" ? rest : { ...rest, "talks-with-family": chosen === "true" };
}
