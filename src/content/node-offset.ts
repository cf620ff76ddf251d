import { type Document, isMap, isNode, isScalar } from "yaml";

/** Keys and list numbers that lead to a value in a file. */
export type Path = readonly (string | number)[];

/** Where the value under `path` starts, or the nearest parent that is written down; characters from the start. */
export function valueOffset(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** Where `key` itself stands in the group under `path`. */
export function keyOffset(document: Document, path: Path, key: string): number {
  const parent = document.getIn(path, true);
  const pairs = isMap(parent) ? parent.items : [];
  const pair = pairs.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : valueOffset(document, path);
}
