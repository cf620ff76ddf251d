import type { z } from "zod";
import { FILE_KINDS, type FileKind, fileKindOf, KINDS_OF_FILES, OPTIONAL_KINDS } from "./file-kinds.ts";
import { fillEmpty } from "./fill-empty.ts";
import type { Finding, Mistake } from "./mistake.ts";
import { nameOptions } from "./name-options.ts";
import type { Path } from "./node-offset.ts";
import { type ParsedFile, parseFile } from "./parse-file.ts";
import type { RawFile } from "./read-files.ts";
import { UNKNOWN_OPTION } from "./schema/id.ts";
import type { Question } from "./schema/question.ts";
import { validateFile } from "./validate-file.ts";

/** A value with the place where it is written. */
export interface Placed<T> {
  value: T;
  file: ParsedFile;
  /** Where `value` stands in the file. */
  path: Path;
  /** The file's name without folder and extension. */
  name: string;
}

/** All files that have the right shape, by kind. References between them are not checked yet. */
export type Draft = { [K in FileKind]: Placed<z.output<(typeof FILE_KINDS)[K]["schema"]>>[] } & {
  /** Names of, and ids in, files that were refused, so that references to them are not reported as well. */
  refusedIds: ReadonlySet<string>;
  /** For each kind of which a file was refused: the first one. */
  refused: ReadonlyMap<FileKind, string>;
};

export interface MadeDraft {
  draft: Draft;
  mistakes: Mistake[];
  /** What is still empty in files that are in the draft all the same; none unless asked for. */
  unfinished: Mistake[];
}

/**
 * Sorts files by kind, parses them and checks the shape of each.
 * @param keepsUnfinished takes a file in which texts are still empty as if they were not: for who is typing them
 */
export function makeDraft(files: readonly RawFile[], parse = parseFile, keepsUnfinished = false): MadeDraft {
  const mistakes: Mistake[] = [];
  const unfinished: Mistake[] = [];
  let words = 0;
  const newWord = () => `leeg-${++words}`;
  const refusedIds = new Set<string>();
  const refused = new Map<FileKind, string>();
  const byKind = Object.fromEntries(KINDS_OF_FILES.map((kind) => [kind, []])) as unknown as Record<
    FileKind,
    Placed<unknown>[]
  >;
  for (const raw of files) {
    const place = fileKindOf(raw.file);
    if (!place) {
      mistakes.push(outOfPlace(raw.file));
      for (const id of idsIn(new TextDecoder().decode(raw.bytes))) refusedIds.add(id);
      continue;
    }
    const file = parse(raw);
    const { value, found } = check(file, place.kind);
    const filled =
      keepsUnfinished && found.length > 0
        ? fillEmpty<unknown>(file.data, FILE_KINDS[place.kind].schema, newWord)
        : undefined;
    if (filled !== undefined) {
      unfinished.push(...found);
      byKind[place.kind].push({ value: filled, file, path: [], name: place.name });
      continue;
    }
    mistakes.push(...found);
    if (found.length === 0) byKind[place.kind].push({ value, file, path: [], name: place.name });
    else {
      for (const id of [place.name, ...idsIn(file.text)]) refusedIds.add(id);
      if (!refused.has(place.kind)) refused.set(place.kind, raw.file);
    }
  }
  nameAllOptions(byKind as unknown as Draft);
  const draft = { ...byKind, refusedIds, refused } as Draft;
  return { draft, mistakes: [...mistakes, ...missingKinds(files)], unfinished };
}

function nameAllOptions({ questions, flows, signals }: Draft): void {
  const all = questions.flatMap(({ value }) => value.questions);
  const byId = new Map(all.map((question) => [question.id, question]));
  for (const ranking of all) ranking.options = byId.get(ranking.ranks ?? "")?.options ?? ranking.options;
  for (const each of all) each.options = [...eachOf(byId.get(each["each-of"] ?? "")), ...each.options];
  for (const { value } of [...questions, ...flows, ...signals]) nameOptions(value, byId);
}

function eachOf(question: Question | undefined): Question["options"] {
  return question?.options.filter(({ id, alone }) => !alone && id !== UNKNOWN_OPTION) ?? [];
}

/** A value inside `whole`, with its place. */
export function part<T>(whole: Placed<unknown>, path: Path, value: T): Placed<T> {
  return { ...whole, path: [...whole.path, ...path], value };
}

/** The mistake at `path` inside `placed`; the path of its mend is inside `placed` too. */
export function mistakeAt(placed: Placed<unknown>, path: Path, finding: Finding): Mistake {
  const { mend } = finding;
  const inFile = mend?.path ? { ...finding, mend: { ...mend, path: [...placed.path, ...mend.path] } } : finding;
  return placed.file.mistakeAt([...placed.path, ...path], inFile);
}

/** A file that is not read: its text is lost to users, so it is a mistake and not a remark. */
function outOfPlace(file: string): Mistake {
  const isProse = /\.(md|markdown|txt|rtf|docx?|odt)$/i.test(file);
  const article = "Is het een artikel? Bewaar het als gewone tekst in dialogs/knowledge, met .md achter de naam.";
  const other = "Kijk naar de map en de naam (.yaml, niet .yml).";
  return {
    file,
    line: 1,
    column: 1,
    rule: "unexpected-file",
    what: "Dit bestand wordt niet gelezen: het heeft hier geen vaste plek.",
    fix: `${isProse ? article : other} Hoort het er niet bij, zet het dan buiten deze map.`,
  };
}

function check(file: ParsedFile, kind: FileKind): { value?: unknown; found: Mistake[] } {
  if (file.mistakes.length > 0) return { found: file.mistakes };
  const { value, mistakes } = validateFile<unknown>(file, FILE_KINDS[kind].schema);
  return { value, found: mistakes };
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/\b(?:id|phase|group):\s*"?([a-z0-9-]+)/g)].map((match) => match[1] ?? "");
}

/** Kinds without any file. With no files at all the folder is missing, and that is one mistake. */
function missingKinds(files: readonly RawFile[]): Mistake[] {
  if (files.length === 0) return [];
  const present = new Set(files.map(({ file }) => fileKindOf(file)?.kind));
  return KINDS_OF_FILES.filter((kind) => !present.has(kind) && !OPTIONAL_KINDS.includes(kind)).map((kind) =>
    missingKind(FILE_KINDS[kind].path),
  );
}

function missingKind(path: string): Mistake {
  const what = path.includes("*") ? `Er is geen enkel bestand ${path}.` : "Dit bestand ontbreekt.";
  return { file: path, line: 1, column: 1, rule: "missing-file", what, fix: "Zet het bestand (terug) op deze plek." };
}
