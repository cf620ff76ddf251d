import { FILE_KINDS, fileKindOf } from "../../content/file-kinds.ts";
import type { Mistake } from "../../content/mistake.ts";
import { validateFile } from "../../content/validate-file.ts";
import { type Data, isDataGroup } from "../edit/emit-yaml.ts";
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
  const placeIn = (path: Thing["path"]) => placeOf(read, [...thing.path, ...path]);
  // What stands in a key without a field belongs to no field, also when one stands above it.
  const keys = Object.entries(isDataGroup(thing.data) ? thing.data : {});
  const written = FORMS[thing.kind].filter(
    (field) => fieldValue(field, thing) !== undefined || isInGroup(field, thing),
  );
  for (const mistake of mistakes) {
    const at = mistake.line * COLUMNS + mistake.column;
    if (mistake.file !== thing.file || at < from || at >= until) continue;
    const key = lastBefore(keys, at, ([one]) => placeIn([one]))?.[0];
    const inKey = written.filter(({ path }) => path.length === 0 || path[0] === key);
    const field = lastBefore(inKey, at, ({ path }) => placeIn(path));
    const name = field ? nameOf(field) : "";
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

/** The one that begins last before a place. */
function lastBefore<T>(all: readonly T[], at: number, placeOf: (one: T) => number): T | undefined {
  const before = all.map((one) => ({ one, place: placeOf(one) })).filter(({ place }) => place <= at);
  return before.sort((a, b) => b.place - a.place)[0]?.one;
}

/** The thing in which a mistake stands: the last one that begins before it. */
export function thingAt(read: ReadFile | undefined, { line }: Pick<Mistake, "line">): Thing | undefined {
  if (!read) return undefined;
  const { parsed } = read;
  // The rules that always hold come after the signals, and are none of them.
  const hasRules = fieldIn(parsed.data as Data, "invariants") !== undefined;
  const rulesFrom = hasRules ? parsed.mistakeAt(["invariants"], { rule: "", what: "", fix: "" }).line : undefined;
  if (rulesFrom !== undefined && line >= rulesFrom) return undefined;
  const lineOf = ({ path }: Thing) => parsed.mistakeAt(path, { rule: "", what: "", fix: "" }).line;
  return read.things.findLast((thing) => lineOf(thing) <= line);
}
