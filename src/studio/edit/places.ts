import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

/** Characters from the start of the text; `end` is the first one after it. */
export interface TextRange {
  start: number;
  end: number;
}

/** Where what is written of a value ends: without the empty lines and comments that yaml counts along. */
export function endOf(node: Node, text: string): number {
  const [start, end] = node.range ?? [0, 0];
  const last = isCollection(node) && !node.flow ? node.items.at(-1) : undefined;
  if (isPair(last)) return endOfPair(last as Pair<Node, Node | null>, text);
  if (last) return endOf(last as Node, text);
  return start + text.slice(start, end).trimEnd().length;
}

function endOfPair({ key, value }: Pair<Node, Node | null>, text: string): number {
  // A key without a value: up to its colon.
  return value?.range && value.range[1] > value.range[0] ? endOf(value, text) : afterColon(key, text);
}

/** The first character behind the colon of a key. */
export function afterKey(map: YAMLMap, index: number, text: string): number {
  return afterColon(map.items[index]?.key as Node, text);
}

function afterColon(key: Node, text: string): number {
  return text.indexOf(":", key.range?.[1] ?? 0) + 1;
}

/** Where the key, or else the dash, of an item starts. */
export function startOf(parent: YAMLMap | YAMLSeq, index: number): number {
  const item = parent.items[index];
  if (isPair(item)) return (item.key as Node).range?.[0] ?? 0;
  if (parent.flow) return (item as Node).range?.[0] ?? 0;
  const token = parent.srcToken;
  const found = token?.type === "block-seq" ? token.items[index]?.start : undefined;
  return found?.find(({ type }) => type === "seq-item-ind")?.offset ?? 0;
}

/** The whole of an item without what is around it. */
export function rangeOf(parent: YAMLMap | YAMLSeq, index: number, text: string): TextRange {
  const item = parent.items[index];
  const end = isPair(item) ? endOfPair(item as Pair<Node, Node | null>, text) : endOf(item as Node, text);
  return { start: startOf(parent, index), end };
}

/**
 * The lines of an item of a block: with the comment right above it, and with what stands behind it on its last line.
 * Undefined when it starts halfway a line, as the first key after a dash does.
 */
export function linesOf(parent: YAMLMap | YAMLSeq, index: number, text: string): TextRange | undefined {
  const { start, end } = rangeOf(parent, index, text);
  let first = text.lastIndexOf("\n", start - 1) + 1;
  if (text.slice(first, start).trim() !== "") return undefined;
  for (let above = lineBefore(first, text); above !== undefined; above = lineBefore(first, text)) {
    if (!/^[ \t]*#/.test(text.slice(above, first))) break;
    first = above;
  }
  const newline = text.indexOf("\n", end);
  return { start: first, end: newline === -1 ? text.length : newline + 1 };
}

function lineBefore(offset: number, text: string): number | undefined {
  return offset === 0 ? undefined : text.lastIndexOf("\n", offset - 2) + 1;
}

/** The empty lines from `offset` on. */
export function emptyLinesAfter(offset: number, text: string): number {
  const found = /^(?:[ \t]*\r?\n)*/.exec(text.slice(offset));
  return offset + (found?.[0].length ?? 0);
}

/** The place where the empty lines before `offset` begin. */
export function emptyLinesBefore(offset: number, text: string): number {
  const found = /(?<=\n)(?:[ \t]*\r?\n)*$/.exec(text.slice(0, offset));
  return offset - (found?.[0].length ?? 0);
}

/** Spaces before the key or the dash. */
export function indentOf(parent: YAMLMap | YAMLSeq, index: number, text: string): number {
  const start = startOf(parent, index);
  return start - (text.lastIndexOf("\n", start - 1) + 1);
}

/** The index of a key in a group. */
export function indexOfKey(map: YAMLMap, key: string): number {
  return map.items.findIndex((item) => isScalar(item.key) && String(item.key.value) === key);
}

/** The collection under `path`; undefined when there is none. */
export function collectionAt(document: Document, path: readonly (string | number)[]): YAMLMap | YAMLSeq | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isMap(node) || isSeq(node) ? node : undefined;
}

/** Whether empty lines stand between the items. */
export function isSpaced(parent: YAMLMap | YAMLSeq, text: string): boolean {
  const first = linesOf(parent, 0, text) ?? { end: endOfLine(rangeOf(parent, 0, text).end, text) + 1 };
  return parent.items.length > 1 && emptyLinesAfter(first.end, text) > first.end;
}

/** Where the line of `offset` ends, before its line break. */
export function endOfLine(offset: number, text: string): number {
  const found = /\r?\n/.exec(text.slice(offset));
  return found ? offset + found.index : text.length;
}
