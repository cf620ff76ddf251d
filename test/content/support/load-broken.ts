import { loadContent } from "../../../src/content/load-content.ts";
import { contentFolder } from "./content-folder.ts";
import { SMALL_CONTENT } from "./small-content.ts";

/** One thing to break in otherwise good content. */
export interface Break {
  when: string;
  rule: string;
  file: string;
  /** Replacements in that file. `@@` marks where the mistake must be reported, and is left out. */
  edits: readonly (readonly [from: string, to: string])[];
}

const MARK = "@@";

/** Loads the small content with one thing broken. `found` are the mistakes as `file:line:column rule`. */
export async function loadBroken(broken: Pick<Break, "file" | "edits">) {
  const { text, place } = breakText(broken, SMALL_CONTENT[broken.file] ?? "");
  const made = await contentFolder({ [broken.file]: text });
  const { content, mistakes } = await loadContent(made.folder);
  await made.remove();
  return {
    place,
    content,
    found: mistakes.map((found) => `${found.file}:${found.line}:${found.column} ${found.rule}`),
  };
}

/** The broken text, and the place of the mark as `file:line:column`. */
export function breakText({ file, edits }: Pick<Break, "file" | "edits">, text: string) {
  let marked = text;
  for (const [from, to] of edits) {
    if (!marked.includes(from)) throw new Error(`${file} has no "${from}"`);
    marked = marked.replace(from, () => to);
  }
  const before = marked.slice(0, marked.indexOf(MARK)).split("\n");
  const place = `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  return { text: marked.replace(MARK, ""), place };
}
