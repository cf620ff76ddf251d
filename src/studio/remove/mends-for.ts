import { setImmediate } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { ContentFiles, FileChanges } from "../../content/content-files.ts";
import type { Path } from "../../content/node-offset.ts";
import type { Data } from "../edit/emit-yaml.ts";
import { writeArticle } from "../edit/write-article.ts";
import { writeValue } from "../edit/write-value.ts";
import { KEY_ORDER } from "../forms/key-order.ts";
import type { Library, ReadFile } from "../library/read-library.ts";
import { field, listIn, type Thing, type ThingKind, textIn } from "../library/thing.ts";
import { type Gone, without } from "./without.ts";

/** What somebody takes away: a thing, or one answer of a question; and the id of what comes in its place, if anything. */
export interface Removal {
  thing: Thing;
  answer?: string | undefined;
  instead?: string | undefined;
}

/** A place that must change for the removal to be whole. */
export interface Mend {
  /** The same as long as the place is there. */
  key: string;
  file: string;
  path: Path;
  before: Data;
  /** Undefined when nothing of use is left of it: then it goes as well. */
  after: Data | undefined;
  /** Absent for a rule that always holds, a premise, a gate or a note, which have no page. */
  thing?: Thing;
}

interface Unit {
  file: string;
  path: Path;
  data: Data;
  thing?: Thing;
  /** The name of the list that it stands in. */
  list: string;
  /** By which others name it. */
  name: string;
}

const LISTS: Partial<Record<ThingKind, string>> = { example: "examples", article: "articles", region: "regions" };

/** Lists of which the items have no page. */
const OTHER_LISTS = ["premises", "invariants", "phases", "notes"] as const;

/** All that must change when this is taken away, without the thing itself. What goes along takes its own references with it. */
export function mendsFor({ thing, answer, instead = "" }: Removal, library: Library): Mend[] {
  const units = [...library.files.values()].flatMap(unitsIn);
  const self = `${thing.kind} ${thing.id}`;
  const gone: Gone = {
    things: new Map(answer === undefined ? [[self, instead]] : []),
    answers: new Set(answer === undefined ? [] : answersLike(thing, answer, library)),
    answersLeft: (question) => answersLeft(question, answer, library),
  };
  for (;;) {
    const mends = units.filter(({ name }) => name !== self).flatMap((unit) => mendOf(unit, gone) ?? []);
    const more = mends.filter(({ after, key }) => after === undefined && !gone.things.has(key));
    for (const { key } of more) gone.things.set(key, "");
    if (more.length === 0) return mends;
  }
}

/** What becomes of the question that one answer is taken from. */
export function questionWithout({ thing, answer = "" }: Removal, library: Library): Data | undefined {
  const answers = new Set([`${thing.id} ${answer}`]);
  const gone: Gone = {
    things: new Map(),
    answers,
    answersLeft: (id) => answersLeft(id, answer, library),
  };
  return without(thing.data, "questions", gone, thing.id);
}

/** Questions that put the answers of this one in order, or ask about each, have the same answer. */
function answersLike({ id }: Thing, answer: string, { things }: Library): string[] {
  const same = things.filter(
    ({ kind, data }) => kind === "question" && [textIn(data, "ranks"), textIn(data, "each-of")].includes(id),
  );
  return [id, ...same.map((other) => other.id)].map((question) => `${question} ${answer}`);
}

function answersLeft(id: string, answer: string | undefined, library: Library): string[] {
  const { data } = library.thing("question", id) ?? {};
  const from = textIn(data, "ranks") || textIn(data, "each-of");
  const options = listIn(from ? library.thing("question", from)?.data : data, "options");
  return options.map((option) => textIn(option, "id")).filter((option) => option !== answer);
}

function unitsIn({ file, parsed, things }: ReadFile): Unit[] {
  const data = parsed.data as Data | undefined;
  const others = /^dialogs\/(?:signals\/|flows\/|trend-notes)/.test(file) ? OTHER_LISTS : [];
  return [
    ...things
      .filter(({ kind }) => kind !== "text")
      .map((thing): Unit => {
        const list = typeof thing.path[0] === "string" ? thing.path[0] : (LISTS[thing.kind] ?? "");
        return { file, path: thing.path, data: thing.data, thing, list, name: `${thing.kind} ${thing.id}` };
      }),
    ...others.flatMap((list) =>
      listIn(data, list).map((item, index): Unit => {
        const name = list === "premises" ? `premise ${textIn(item, "id")}` : `${file} ${list} ${index}`;
        return { file, path: [list, index], data: item, list, name };
      }),
    ),
  ];
}

function mendOf({ file, path, data, thing, list, name }: Unit, gone: Gone): Mend | undefined {
  const isGone = gone.things.has(name);
  const owner = thing?.kind === "question" ? thing.id : "";
  const after = isGone ? undefined : without(data, list, gone, owner);
  if (isDeepStrictEqual(data, after)) return undefined;
  return { key: name, file, path, before: data, after, ...(thing && { thing }) };
}

/** A gate decides who may go on to the next phase: that is for a person to write. */
export function isByHand({ before, path }: Mend): boolean {
  return path[0] === "phases" && field(before, "gate") !== undefined;
}

/** Files of which a list that cannot be empty has nothing left: the last question of a phase, or the last signal of a group. */
export function emptiedFiles(mends: readonly Mend[], library: Library): string[] {
  const gone = mends.filter(({ after, path }) => after === undefined && MUST_HAVE_ONE.includes(String(path[0])));
  return [...new Set(gone.map(({ file }) => file))].filter((file) => {
    const list = String(gone.find((mend) => mend.file === file)?.path[0]);
    const count = listIn(library.files.get(file)?.parsed.data as Data, list).length;
    return gone.filter((mend) => mend.file === file).length === count;
  });
}

const MUST_HAVE_ONE = ["questions", "signals"];

/**
 * Writes these mends in the files. Reading and writing YAML takes milliseconds for each: in between, the turns of workers
 * go on.
 * @throws AppError EDIT_FAILED when a file is written in another way than we can change
 */
export async function writeMends(mends: readonly Mend[], files: ContentFiles): Promise<FileChanges> {
  // From the last to the first of a list, so that what is still to be done keeps its place.
  const ordered = mends.toSorted((a, b) => Number(b.path.at(-1) ?? 0) - Number(a.path.at(-1) ?? 0));
  const changes: Record<string, string | null> = {};
  for (const mend of ordered) changes[mend.file] = await written(mend, changes[mend.file] ?? files[mend.file] ?? "");
  return changes;
}

async function written({ file, path, before, after, thing }: Mend, text: string): Promise<string | null> {
  const order = thing ? KEY_ORDER[thing.kind] : [];
  if (after === undefined && path.length === 0) return null;
  if (after === undefined) return writeValue(text, path, undefined, order);
  const write = file.endsWith(".md") ? writeArticle : writeValue;
  const keys = Object.keys(before as object).filter((key) => !isDeepStrictEqual(field(before, key), field(after, key)));
  let done = text;
  for (const key of keys) {
    await setImmediate();
    done = write(done, [...path, key], field(after, key), order);
  }
  return done;
}

/** Whether anything else must change when this is taken away. */
export function isNamed(removal: Removal, library: Library): boolean {
  return mendsFor(removal, library).length > 0;
}
