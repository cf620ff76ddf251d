import { FILE_KINDS, fileKindOf } from "../../content/file-kinds.ts";
import type { Mistake } from "../../content/mistake.ts";
import { validateFile } from "../../content/validate-file.ts";
import type { Library, ReadFile } from "../library/read-library.ts";
import { field as fieldIn, type Thing } from "../library/thing.ts";
import { type Field, FORMS } from "./fields.ts";
import { fieldValue, nameOf } from "./form-values.ts";

/** What is wrong with the shape of a file: found at once, without the rest of the content. */
export function mistakesInFile({ file, parsed }: ReadFile): Mistake[] {
  const place = fileKindOf(file);
  if (parsed.mistakes.length > 0 || !place) return parsed.mistakes;
  return validateFile<unknown>(parsed, FILE_KINDS[place.kind].schema).mistakes;
}

/** The mistakes in a thing, by the name of its field; under an empty name those of the thing as a whole. */
export function placeMistakes(thing: Thing, library: Library, mistakes: readonly Mistake[]): Map<string, Mistake[]> {
  const read = library.files.get(thing.file);
  const placed = new Map<string, Mistake[]>();
  if (!read) return placed;
  const from = placeOf(read, thing.path);
  const others = read.things.map(({ path }) => placeOf(read, path)).filter((place) => place > from);
  const until = Math.min(...others, Number.POSITIVE_INFINITY);
  const written = FORMS[thing.kind].filter(
    (field) => fieldValue(field, thing) !== undefined || isInGroup(field, thing),
  );
  for (const mistake of mistakes) {
    const at = mistake.line * COLUMNS + mistake.column;
    if (mistake.file !== thing.file || at < from || at >= until) continue;
    const name = fieldAt(written, at, (field) => placeOf(read, [...thing.path, ...field.path]));
    placed.set(name, [...(placed.get(name) ?? []), mistake]);
  }
  return placed;
}

/** What is not filled in of a group that is written stands where the group begins. */
function isInGroup({ path }: Field, { data }: Thing): boolean {
  return path.length > 1 && fieldIn(data, ...path.slice(0, -1)) !== undefined;
}

/** More than a line has. */
const COLUMNS = 100_000;

function placeOf({ parsed }: ReadFile, path: Thing["path"]): number {
  const { line, column } = parsed.mistakeAt(path, { rule: "", what: "", fix: "" });
  return line * COLUMNS + column;
}

/** The field that begins last before a place. */
function fieldAt(fields: readonly Field[], at: number, placeOf: (field: Field) => number): string {
  const before = fields.map((field) => ({ field, place: placeOf(field) })).filter(({ place }) => place <= at);
  const last = before.sort((a, b) => b.place - a.place)[0];
  return last ? nameOf(last.field) : "";
}
