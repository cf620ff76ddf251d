import { fingerprint } from "../content/confirmation.ts";
import { type ContentFiles, changesBetween } from "../content/content-files.ts";
import { FILE_KINDS } from "../content/file-kinds.ts";
import { parseFile } from "../content/parse-file.ts";
import type { Decision } from "../content/schema/decision.ts";
import { validateFile } from "../content/validate-file.ts";
import { inSlices } from "../in-slices.ts";
import { comparable } from "../language/normalise.ts";

/** One thing in a file that can change by itself. */
interface Part {
  /** The top key that it stands under; empty for an article. */
  key: string;
  /** Level of a signal, topic of an article; empty for anything else. */
  mark: string;
  /** The same as long as it means the same, and is as confirmed. */
  meaning: string;
  /** The sentences in it, each with the list that it stands in. */
  sentences: readonly string[];
}

/** A part that changed. */
interface ChangedPart {
  key: string;
  /** As before and after. */
  marks: readonly string[];
  /** A sentence is gone, or stands in another list. */
  isLess: boolean;
  /** A sentence has come, or stands in another list. */
  isMore: boolean;
}

/** How an article is found, and nothing that it tells. */
const SEARCHED_BY = ["questions", "typed", "words"];

/** Who decides what, as published content says; undefined when it does not say. */
export function decisionsIn(files: ContentFiles): readonly Decision[] | undefined {
  const { path, schema } = FILE_KINDS.decisions;
  const text = files[path];
  return text === undefined ? undefined : validateFile(read(path, text), schema).value?.decisions;
}

/**
 * Which decisions a change is about, each once, in the order of `decisions`. What means the same as before is about none.
 * Reading what changed takes a millisecond a file: turns go on in between.
 */
export async function decisionsFor(
  before: ContentFiles,
  after: ContentFiles,
  decisions: readonly Decision[],
): Promise<readonly Decision[]> {
  const found = await inSlices(decisionsByFile(before, after, decisions));
  return decisions.filter((decision) => found.has(decision));
}

function* decisionsByFile(
  before: ContentFiles,
  after: ContentFiles,
  decisions: readonly Decision[],
): Generator<void, ReadonlySet<Decision | undefined>> {
  const found = new Set<Decision | undefined>();
  for (const file of Object.keys(changesBetween(before, after))) {
    for (const part of changedParts(partsOf(file, before[file]), partsOf(file, after[file])))
      found.add(decisions.find(({ covers }) => covers.some((cover) => isCovered(cover, file, part))));
    yield;
  }
  return found;
}

function isCovered(
  { file, key, loses, gains, level, topic }: Decision["covers"][number],
  changed: string,
  part: ChangedPart,
): boolean {
  const isHere = file.endsWith("/") ? changed.startsWith(file) : changed === file;
  const isMarked = (wanted: readonly string[] | undefined) => !wanted || wanted.some((one) => part.marks.includes(one));
  const isLost = loses === undefined || (loses === part.key && part.isLess);
  const isGained = gains === undefined || (gains === part.key && part.isMore);
  return isHere && isLost && isGained && (key === undefined || key === part.key) && isMarked(level) && isMarked(topic);
}

function changedParts(before: Map<string, Part>, after: Map<string, Part>): ChangedPart[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changed = names.flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    const parts = [old, now].filter((part) => part !== undefined);
    if (old?.meaning === now?.meaning) return [];
    const isLess = hasOthers(old, now);
    const isMore = hasOthers(now, old);
    return [{ key: parts[0]?.key ?? "", marks: parts.map(({ mark }) => mark), isLess, isMore }];
  });
  if (changed.length > 0) return changed;
  // Nothing but the order of things, such as that of questions: the parts are the same by now.
  const order = [...after.keys()];
  const moved = [...before].filter(([name], index) => name !== order[index]);
  return moved.map(([, { key, mark }]) => ({ key, marks: [mark], isLess: false, isMore: false }));
}

/** Whether there is a sentence in `one` that the other does not have. */
function hasOthers(one: Part | undefined, other: Part | undefined): boolean {
  const known = new Set(other?.sentences);
  return (one?.sentences ?? []).some((sentence) => !known.has(sentence));
}

function partsOf(file: string, text: string | undefined): Map<string, Part> {
  if (text === undefined) return new Map();
  const { data } = read(file, text);
  if (!isGroup(data)) return new Map([["", { key: "", mark: "", meaning: text, sentences: [] }]]);
  if (file.endsWith(".md")) {
    const told = Object.fromEntries(Object.entries(data).filter(([key]) => !SEARCHED_BY.includes(key)));
    return new Map([["", { key: "", mark: String(data.topic), meaning: meaningOf(told), sentences: [] }]]);
  }
  const parts = Object.entries(data).flatMap(([key, value]): [string, Part][] =>
    isListOfThings(value)
      ? value.map((thing) => [
          `${key} ${thing.id}`,
          { key, mark: String(thing.level), meaning: meaningOf(thing), sentences: [] },
        ])
      : [[key, { key, mark: "", meaning: meaningOf({ value }), sentences: sentencesIn(value) }]],
  );
  return new Map(parts);
}

/** Whoever wrote a sentence, it is of the list under the first key, such as `nu`. */
function sentencesIn(value: unknown, list = ""): string[] {
  if (typeof value === "string") return [`${list} ${comparable(value)}`];
  if (Array.isArray(value)) return value.flatMap((item) => sentencesIn(item, list));
  return isGroup(value) ? Object.entries(value).flatMap(([key, inside]) => sentencesIn(inside, list || key)) : [];
}

function meaningOf(value: Group): string {
  return JSON.stringify([fingerprint(value), value.status, value.confirmed]);
}

function read(file: string, text: string) {
  return parseFile({ file, bytes: new TextEncoder().encode(text) });
}

type Group = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOfThings(value: unknown): value is (Group & { id: string })[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => isGroup(item) && "id" in item);
}
