import { isDeepStrictEqual } from "node:util";
import { type Document, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from "yaml";
import type { Path } from "../../content/node-offset.ts";
import { documentOf, editFailed } from "./document-of.ts";
import {
  type Data,
  emitBlock,
  emitFlow,
  emitFolded,
  emitLiteral,
  emitScalar,
  isDataGroup,
  isList,
} from "./emit-yaml.ts";
import { listSteps } from "./list-steps.ts";
import {
  afterKey,
  collectionAt,
  emptyLinesAfter,
  emptyLinesBefore,
  endOf,
  endOfLine,
  indentOf,
  indexOfKey,
  isSpaced,
  linesOf,
  rangeOf,
  startOf,
} from "./places.ts";

type Collection = YAMLMap | YAMLSeq;

/**
 * The text of a YAML file with `value` at `path`; undefined takes the key away. Only what differs is written: all other
 * bytes, with comments and the way things are written down, stay as they are.
 * @param order the keys of the group that holds a new key, in the order of reading; a new key goes where it belongs
 * @throws AppError EDIT_FAILED when this cannot be written in the way the file is
 */
export function writeValue(text: string, path: Path, value: Data | undefined, order: readonly string[] = []): string {
  const document = documentOf(text);
  const expected = withValue(document.toJS(), path, value);
  const written = write(text, document, path, value, order);
  return proven(written, expected);
}

/** The text with an item of a list in another place, together with the comment above it. @throws AppError EDIT_FAILED */
export function moveItem(text: string, path: Path, from: number, to: number): string {
  const document = documentOf(text);
  const list = collectionAt(document, path);
  if (!isSeq(list) || !list.items[from] || !list.items[to]) throw editFailed();
  const items = (document.getIn(path) as YAMLSeq).toJSON() as Data[];
  items.splice(to, 0, ...items.splice(from, 1));
  const expected = withValue(document.toJS(), path, items);
  return proven(moved(text, list, from, to), expected);
}

function moved(text: string, list: YAMLSeq, from: number, to: number): string {
  const spanAt = (index: number) => (list.flow ? rangeOf(list, index, text) : linesOf(list, index, text));
  const spans = list.items.map((_, index) => spanAt(index));
  const order = list.items.map((_, index) => index);
  order.splice(to, 0, ...order.splice(from, 1));
  if (spans.some((span) => span === undefined)) throw editFailed();
  const pieces = spans.map((span) => text.slice(span?.start, span?.end));
  // What stands between the items stays where it is, so that only the items themselves change places.
  return spans.reduceRight((result, span, index) => {
    const piece = ended(pieces[order[index] ?? index] ?? "", pieces[index] ?? "");
    return result.slice(0, span?.start) + piece + result.slice(span?.end);
  }, text);
}

/** The last line of a file can be without an end. */
function ended(piece: string, place: string): string {
  const bare = piece.replace(/\r?\n$/, "");
  return bare + (/\r?\n$/.exec(place)?.[0] ?? "");
}

function proven(written: string, expected: unknown): string {
  if (!isDeepStrictEqual(documentOf(written).toJS(), expected)) throw editFailed();
  return written;
}

function withValue(data: unknown, path: Path, value: Data | undefined): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = Array.isArray(data) ? [...data] : { ...(data as object) };
  const holder = copy as Record<string | number, unknown>;
  if (rest.length === 0 && value === undefined) {
    if (Array.isArray(copy)) copy.splice(Number(key), 1);
    else delete holder[key];
  } else holder[key] = rest.length === 0 ? value : withValue(holder[key], rest, value);
  return copy;
}

function write(
  text: string,
  document: Document,
  path: Path,
  value: Data | undefined,
  order: readonly string[],
): string {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  const old = node === undefined ? undefined : (node as Node).toJS(document);
  if (isDeepStrictEqual(old, value)) return text;
  if (value === undefined) return removeAt(text, document, path);
  if (old === undefined) return addAt(text, document, path, value, order);
  if (isMap(node) && isDataGroup(value) && Object.keys(value).some((key) => indexOfKey(node, key) >= 0)) {
    return writeGroup(text, document, node, path, value);
  }
  if (isSeq(node) && isList(value) && node.items.length > 0 && value.length > 0) {
    return writeList(text, document, path, value);
  }
  return replace(text, document, path, value);
}

/** Key by key. */
function writeGroup(
  text: string,
  document: Document,
  map: YAMLMap,
  path: Path,
  value: { readonly [key: string]: Data },
): string {
  const keys = map.items.map(({ key }) => String(isScalar(key) ? key.value : key));
  const order = Object.keys(value);
  // What is new comes first, so that the group is never empty.
  const all = [...order, ...keys.filter((key) => !(key in value))];
  let done = { text, document };
  for (const key of all) {
    const next = write(done.text, done.document, [...path, key], value[key], order);
    // Reading a file again takes as long as all the rest, and most keys stay as they are.
    if (next !== done.text) done = { text: next, document: documentOf(next) };
  }
  return done.text;
}

/** Item by item: what is the same at the start and at the end stays; between them items are changed, added and removed. */
function writeList(text: string, document: Document, path: Path, value: readonly Data[]): string {
  const old = (document.getIn(path) as YAMLSeq).toJSON() as Data[];
  const isSame = (a: Data | undefined, b: Data | undefined) => isDeepStrictEqual(a, b);
  let start = 0;
  while (start < Math.min(old.length, value.length) && isSame(old[start], value[start])) start += 1;
  let end = 0;
  const most = Math.min(old.length, value.length) - start;
  while (end < most && isSame(old.at(-1 - end), value.at(-1 - end))) end += 1;
  const steps = listSteps(old.slice(start, old.length - end), value.slice(start, value.length - end));
  let at = start;
  let result = text;
  for (const step of steps) {
    const place = [...path, at];
    if (step.op === "remove") result = removeAt(result, documentOf(result), place);
    else if (step.op === "add") {
      result = insert(result, collectionAt(documentOf(result), path) as YAMLSeq, at, step.value);
      at += 1;
    } else {
      result = write(result, documentOf(result), place, step.value, []);
      at += 1;
    }
  }
  return result;
}

function removeAt(text: string, document: Document, path: Path): string {
  const { parent, index } = holderOf(document, path);
  if (parent.items.length === 1) return replace(text, document, path.slice(0, -1), isMap(parent) ? {} : []);
  if (parent.flow) return removeFlow(text, parent, index);
  const lines = linesOf(parent, index, text);
  if (!lines) {
    const next = startOf(parent, index + 1);
    return text.slice(0, startOf(parent, index)) + text.slice(next);
  }
  const isLast = index === parent.items.length - 1;
  // The empty line between two items goes with the item.
  const start = isLast ? emptyLinesBefore(lines.start, text) : lines.start;
  const end = isLast ? lines.end : emptyLinesAfter(lines.end, text);
  return text.slice(0, start) + text.slice(end);
}

function removeFlow(text: string, parent: Collection, index: number): string {
  const { start, end } = rangeOf(parent, index, text);
  if (index < parent.items.length - 1) return text.slice(0, start) + text.slice(startOf(parent, index + 1));
  return text.slice(0, rangeOf(parent, index - 1, text).end) + text.slice(end);
}

function holderOf(document: Document, path: Path): { parent: Collection; index: number } {
  const parent = collectionAt(document, path.slice(0, -1));
  const key = path.at(-1);
  const index = isMap(parent) ? indexOfKey(parent, String(key)) : Number(key);
  if (!parent || index < 0) throw editFailed();
  return { parent, index };
}

function addAt(text: string, document: Document, path: Path, value: Data, order: readonly string[]): string {
  const parentPath = path.slice(0, -1);
  const parent = collectionAt(document, parentPath);
  const key = path.at(-1);
  if (isSeq(parent) && parent.items.length === 0) return replace(text, document, parentPath, [value]);
  if (isSeq(parent)) return insert(text, parent, Number(key), value);
  if (!parent) return addAt(text, document, parentPath, { [String(key)]: value }, order);
  if (parent.items.length === 0) return replace(text, document, parentPath, { [String(key)]: value });
  const before = order.slice(0, order.indexOf(String(key)));
  const known = before.map((name) => indexOfKey(parent, name)).filter((index) => index >= 0);
  const at = order.includes(String(key)) ? Math.max(-1, ...known) + 1 : parent.items.length;
  return insert(text, parent, at, value, String(key));
}

/** A new item, before the one that has this index now. */
function insert(text: string, parent: Collection, index: number, value: Data, key?: string): string {
  const count = parent.items.length;
  const at = Math.min(index, count);
  if (parent.flow) {
    const written = key === undefined ? emitFlow(value) : `${key}: ${emitFlow(value)}`;
    if (count === 0) throw editFailed();
    if (at < count) return splice(text, startOf(parent, at), `${written}, `);
    return splice(text, rangeOf(parent, count - 1, text).end, `, ${written}`);
  }
  const neighbour = Math.min(at, count - 1);
  const indent = indentOf(parent, neighbour, text);
  const item = parent.items[neighbour];
  const asBlock = isMap(item) && !item.flow;
  const written =
    key === undefined
      ? `-${emitBlock(value, indent, { inList: true, asBlock })}`
      : `${key}:${emitBlock(value, indent)}`;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = `${" ".repeat(indent)}${written}`.replaceAll("\n", eol);
  const place = at < count ? linesOf(parent, at, text) : undefined;
  const gap = isSpaced(parent, text) ? eol : "";
  if (place) return splice(text, place.start, lines + eol + gap);
  if (at < count) {
    // Before a first key that stands on the line of its dash.
    const start = startOf(parent, at);
    return splice(text, start, `${written.replaceAll("\n", eol)}${eol}${" ".repeat(indent)}`);
  }
  const end = endOfLine(rangeOf(parent, count - 1, text).end, text);
  return splice(text, end, `${gap}${eol}${lines}`);
}

function splice(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

/** Another value in the place of the one that is there. */
function replace(text: string, document: Document, path: Path, value: Data): string {
  const node = document.getIn(path, true);
  const { parent, index } = holderOf(document, path);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  if (isScalar(node) && !isList(value) && !isDataGroup(value) && node.range && !node.source?.match(/^$/)) {
    const [start] = node.range;
    const written = emitLike(node.type, value, { inFlow: Boolean(parent.flow), indent: indentOf(parent, index, text) });
    return text.slice(0, start) + written.replaceAll("\n", eol) + text.slice(endOf(node, text));
  }
  const { start, end } = rangeOf(parent, index, text);
  const afterStart = isMap(parent) ? afterKey(parent, index, text) : start + 1;
  if (parent.flow) {
    const from = isMap(parent) ? afterStart : start;
    return text.slice(0, from) + (isMap(parent) ? " " : "") + emitFlow(value) + text.slice(end);
  }
  const written = emitBlock(value, indentOf(parent, index, text), { inList: isSeq(parent) });
  return text.slice(0, afterStart) + written.replaceAll("\n", eol) + text.slice(end);
}

/** In the way that it was written: over more lines when it was. */
function emitLike(
  type: string | undefined,
  value: string | number | boolean | null,
  { inFlow, indent }: { inFlow: boolean; indent: number },
): string {
  if (typeof value !== "string" || inFlow) return emitScalar(value, inFlow);
  if (type === "BLOCK_FOLDED") return emitFolded(value, indent + 2);
  if (type === "BLOCK_LITERAL" || value.includes("\n")) return emitLiteral(value, indent + 2);
  return emitScalar(value, false);
}
