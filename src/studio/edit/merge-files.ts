import { isDeepStrictEqual } from "node:util";
import { parseDocument } from "yaml";
import { frontMatter } from "../../content/front-matter.ts";
import type { Path } from "../../content/node-offset.ts";
import { AppError } from "../../errors.ts";
import { type Data, isDataGroup } from "./emit-yaml.ts";
import { writeArticle } from "./write-article.ts";
import { writeValue } from "./write-value.ts";

/** A value that both changed, each in another way. In a list of things with an id, the path has `id <id>`. */
export interface Conflict {
  path: Path;
  before: Data | undefined;
  mine: Data | undefined;
  theirs: Data | undefined;
}

/** Called for every value that both changed, each in another way; returns whether mine stays. */
export type Choose = (conflict: Conflict) => boolean;

/**
 * What somebody changed in a file, on top of what somebody else published meanwhile. Where both changed the same value
 * in another way, `choose` decides.
 * @throws AppError EDIT_FAILED when a file cannot be read
 */
export function mergeFile(
  { before, mine, theirs, isArticle }: { before: string; mine: string; theirs: string; isArticle: boolean },
  choose: Choose,
): string {
  const read = isArticle ? readArticle : readYaml;
  const edits = editsBetween(read(before), read(mine), read(theirs), [], choose);
  const write = isArticle ? writeArticle : writeValue;
  return edits.reduce((text, { path, value }) => write(text, path, value), theirs);
}

/** Conditions say something as a whole: half of mine and half of theirs is what nobody meant. */
const WHOLE = new Set<string | number | undefined>(["when", "given", "unless", "gate"]);

interface Edit {
  path: Path;
  value: Data | undefined;
}

function editsBetween(
  before: Data | undefined,
  mine: Data | undefined,
  theirs: Data | undefined,
  path: Path,
  choose: Choose,
): Edit[] {
  if (isDeepStrictEqual(before, mine) || isDeepStrictEqual(mine, theirs)) return [];
  const isWhole = WHOLE.has(path.at(-1));
  if (!isWhole && isDataGroup(before) && isDataGroup(mine) && isDataGroup(theirs)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(mine), ...Object.keys(theirs)])];
    return keys.flatMap((key) => editsBetween(before[key], mine[key], theirs[key], [...path, key], choose));
  }
  const merged = isWhole ? undefined : mergedList(before, mine, theirs, path, choose);
  if (merged) return isDeepStrictEqual(merged, theirs) ? [] : [{ path, value: merged }];
  if (isDeepStrictEqual(before, theirs)) return [{ path, value: mine }];
  return choose({ path, before, mine, theirs }) ? [{ path, value: mine }] : [];
}

/** Lists of things with an id, or of lines, in which both added, changed or took away something. */
function mergedList(
  before: Data | undefined,
  mine: Data | undefined,
  theirs: Data | undefined,
  path: Path,
  choose: Choose,
): Data[] | undefined {
  const lists = [before, mine, theirs];
  if (!lists.every((list) => Array.isArray(list))) return undefined;
  const keyOf = (item: Data): string => (isDataGroup(item) && "id" in item ? `id ${item.id}` : JSON.stringify(item));
  const byPlace = mergedByPlace(lists as Data[][], path, choose);
  if (byPlace) return byPlace;
  const [old, own, other] = lists.map((list) => new Map((list as Data[]).map((item) => [keyOf(item), item])));
  if (!old || !own || !other) return undefined;
  const kept = [...other].flatMap(([key, item]): Data[] => {
    const isGone = old.has(key) && !own.has(key);
    if (isGone && isDeepStrictEqual(old.get(key), item)) return [];
    const conflict = { path: [...path, key], before: old.get(key), mine: undefined, theirs: item };
    if (isGone && choose(conflict)) return [];
    return [isGone ? item : mergedItem(old.get(key), own.get(key), item, [...path, key], choose)];
  });
  const keys = [...own.keys()];
  for (const [key, item] of own) {
    if (other.has(key)) continue;
    const isTaken = old.has(key) && !isDeepStrictEqual(old.get(key), item);
    const conflict = { path: [...path, key], before: old.get(key), mine: item, theirs: undefined };
    if (old.has(key) && !(isTaken && choose(conflict))) continue;
    // Behind the item that it stood behind.
    const above = keys.slice(0, keys.indexOf(key)).findLast((one) => kept.some((item) => keyOf(item) === one));
    const at = above === undefined ? 0 : kept.findIndex((item) => keyOf(item) === above) + 1;
    kept.splice(at, 0, item);
  }
  return kept;
}

/** Lines of an advice have no id: as long as nobody added or took away one, each is itself by its place. */
function mergedByPlace([old = [], own = [], other = []]: Data[][], path: Path, choose: Choose): Data[] | undefined {
  const isNameless = (item: Data) => isDataGroup(item) && !("id" in item);
  const isSameLength = old.length === own.length && old.length === other.length;
  if (!isSameLength || ![...old, ...own, ...other].every(isNameless)) return undefined;
  return other.map((item, index) => mergedItem(old[index], own[index], item, [...path, index], choose));
}

function mergedItem(before: Data | undefined, mine: Data | undefined, theirs: Data, path: Path, choose: Choose): Data {
  if (mine === undefined) return theirs;
  const edits = editsBetween(before, mine, theirs, path, choose);
  return edits.reduce<Data>((value, edit) => put(value, edit.path.slice(path.length), edit.value), theirs);
}

function put(data: Data, [key, ...rest]: Path, value: Data | undefined): Data {
  if (key === undefined) return value ?? null;
  const group = isDataGroup(data) ? data : {};
  const next = rest.length === 0 ? value : put(group[key] ?? {}, rest, value);
  const entries = Object.entries({ ...group, [key]: next }).filter(
    (entry): entry is [string, Data] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

function readYaml(text: string): Data {
  const document = parseDocument(text, { logLevel: "silent" });
  if (document.errors.length > 0) throw unreadable();
  return document.toJS() as Data;
}

function unreadable(): AppError {
  return new AppError("EDIT_FAILED", "Dit bestand kan niet gelezen worden.", "Verbeter het onder Bestanden.");
}

function readArticle(text: string): Data {
  const parts = frontMatter(text);
  return parts ? { ...(readYaml(parts.yaml) as object), text: parts.body } : text;
}
