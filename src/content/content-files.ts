import { createHash } from "node:crypto";
import { atOnce } from "../at-once.ts";
import type { RawFile } from "./read-files.ts";

/** Content as text: the path of each file, such as `dialogs/texts.yaml`, to what is in it. */
export type ContentFiles = Readonly<Record<string, string>>;

/** What somebody changed: the path of a file to what is in it now, or null when it is removed. */
export type FileChanges = Readonly<Record<string, string | null>>;

/** Files of a disk as text. What is no UTF-8 becomes text that the check refuses. */
export function toContentFiles(files: readonly RawFile[]): ContentFiles {
  // A byte order mark is kept: the same bytes must come out again.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return Object.fromEntries(files.map(({ file, bytes }) => [file, decoder.decode(bytes)]));
}

/** The same files as they would stand on a disk, in the order of reading. */
export function toRawFiles(files: ContentFiles): RawFile[] {
  const encoder = new TextEncoder();
  return inOrder(files).map(([file, text]) => ({ file, bytes: encoder.encode(text) }));
}

/** By folder and then by name, as `readFiles` gives them. */
function inOrder(files: ContentFiles): [string, string][] {
  const order = (file: string) => (file.startsWith("dialogs/") ? 0 : 1);
  return Object.entries(files).sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1));
}

/** The address of these files: SHA-256 as 64 hexadecimal digits, of which `Content.version` is the beginning. */
export function hashRawFiles(files: readonly RawFile[]): string {
  return atOnce(addressOf(files.map(({ file, bytes }) => [file, bytes])));
}

/** Content does not change once it is there, and of 5,000 articles the address takes 20 ms. */
const ADDRESSES = new WeakMap<ContentFiles, string>();

/** The address of content: the same for the same files, however they were put together. */
export function hashContentFiles(files: ContentFiles): string {
  return atOnce(hashInSteps(files));
}

/** The same, a file at a time. */
export function* hashInSteps(files: ContentFiles): Generator<void, string> {
  const address = ADDRESSES.get(files) ?? (yield* addressOf(inOrder(files)));
  ADDRESSES.set(files, address);
  return address;
}

function* addressOf(files: readonly [string, string | Uint8Array][]): Generator<void, string> {
  const hash = createHash("sha256");
  for (const [file, text] of files) {
    hash.update(`${file}\n${Buffer.byteLength(text)}\n`).update(text);
    yield;
  }
  return hash.digest("hex");
}

/** These files with the changes made to them. */
export function applyChanges(files: ContentFiles, changes: FileChanges): ContentFiles {
  const changed = Object.entries({ ...files, ...changes });
  return Object.fromEntries(changed.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** What makes `to` of `from`. */
export function changesBetween(from: ContentFiles, to: ContentFiles): FileChanges {
  const paths = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return Object.fromEntries(paths.filter((path) => from[path] !== to[path]).map((path) => [path, to[path] ?? null]));
}
