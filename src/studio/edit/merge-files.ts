import { isDeepStrictEqual } from "node:util";
import { parseDocument } from "yaml";
import { frontMatter } from "../../content/front-matter.ts";
import type { Path } from "../../content/node-offset.ts";
import { type Data, isDataGroup } from "./emit-yaml.ts";
import { writeArticle } from "./write-article.ts";
import { writeValue } from "./write-value.ts";

/** A value that both changed, each in another way. */
export interface Conflict {
  path: Path;
  mine: Data | undefined;
  theirs: Data | undefined;
}

/**
 * What somebody changed in a file, on top of what somebody else published meanwhile. Where both changed the same value,
 * theirs stays and it is named, so that nothing is overwritten without a choice.
 * @throws AppError EDIT_FAILED when a file cannot be read
 */
export function mergeFile(
  before: string,
  mine: string,
  theirs: string,
  isArticle: boolean,
): { text: string; conflicts: Conflict[] } {
  const read = isArticle ? readArticle : readYaml;
  const conflicts: Conflict[] = [];
  const edits = editsBetween(read(before), read(mine), read(theirs), [], conflicts);
  const write = isArticle ? writeArticle : writeValue;
  return { text: edits.reduce((text, { path, value }) => write(text, path, value), theirs), conflicts };
}

interface Edit {
  path: Path;
  value: Data | undefined;
}

function editsBetween(
  before: Data | undefined,
  mine: Data | undefined,
  theirs: Data | undefined,
  path: Path,
  conflicts: Conflict[],
): Edit[] {
  if (isDeepStrictEqual(before, mine) || isDeepStrictEqual(mine, theirs)) return [];
  if (isDataGroup(before) && isDataGroup(mine) && isDataGroup(theirs)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(mine), ...Object.keys(theirs)])];
    return keys.flatMap((key) => editsBetween(before[key], mine[key], theirs[key], [...path, key], conflicts));
  }
  const merged = mergedList(before, mine, theirs, path, conflicts);
  if (merged) return isDeepStrictEqual(merged, theirs) ? [] : [{ path, value: merged }];
  if (isDeepStrictEqual(before, theirs)) return [{ path, value: mine }];
  conflicts.push({ path, mine, theirs });
  return [];
}

/** Lists of things with an id, or of lines, in which both added, changed or took away something. */
function mergedList(
  before: Data | undefined,
  mine: Data | undefined,
  theirs: Data | undefined,
  path: Path,
  conflicts: Conflict[],
): Data[] | undefined {
  const lists = [before, mine, theirs];
  if (!lists.every((list) => Array.isArray(list))) return undefined;
  const keyOf = (item: Data): string => (isDataGroup(item) && "id" in item ? `id ${item.id}` : JSON.stringify(item));
  const [old, own, other] = lists.map((list) => new Map((list as Data[]).map((item) => [keyOf(item), item])));
  if (!old || !own || !other) return undefined;
  const kept = [...other].flatMap(([key, item]): Data[] => {
    const isGone = old.has(key) && !own.has(key);
    if (isGone && isDeepStrictEqual(old.get(key), item)) return [];
    if (isGone) conflicts.push({ path: [...path, key], mine: undefined, theirs: item });
    return [isGone ? item : mergedItem(old.get(key), own.get(key), item, [...path, key], conflicts)];
  });
  const keys = [...own.keys()];
  for (const [key, item] of own) {
    if (old.has(key) || other.has(key)) continue;
    // Behind the item that it stood behind.
    const above = keys.slice(0, keys.indexOf(key)).findLast((one) => kept.some((item) => keyOf(item) === one));
    const at = above === undefined ? 0 : kept.findIndex((item) => keyOf(item) === above) + 1;
    kept.splice(at, 0, item);
  }
  for (const [key, item] of own) {
    const isTaken = old.has(key) && !other.has(key) && !isDeepStrictEqual(old.get(key), item);
    if (isTaken) conflicts.push({ path: [...path, key], mine: item, theirs: undefined });
  }
  return kept;
}

function mergedItem(
  before: Data | undefined,
  mine: Data | undefined,
  theirs: Data,
  path: Path,
  conflicts: Conflict[],
): Data {
  if (mine === undefined) return theirs;
  const edits = editsBetween(before, mine, theirs, path, conflicts);
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
  return parseDocument(text, { logLevel: "silent" }).toJS() as Data;
}

function readArticle(text: string): Data {
  const parts = frontMatter(text);
  return parts ? { ...(readYaml(parts.yaml) as object), text: parts.body } : text;
}
