import { test } from "@jest/globals";
import fc from "fast-check";
import { loadContent } from "../../src/content/load-content.ts";
import { contentFolder } from "./support/content-folder.ts";
import { SMALL_CONTENT } from "./support/small-content.ts";

const files = Object.entries(SMALL_CONTENT);

/** A file with some text put in the place of some other, as a slip of the hand or a half-saved file. */
const slips = fc
  .tuple(
    fc.nat(files.length - 1),
    fc.nat(2000),
    fc.nat(80),
    fc.oneof(
      fc.string(),
      fc.constantFrom("[", "{", ": ", "- ", "\t", "*a", "&a ", "!x ", "|", "#", "null", "12", "true", "ja"),
    ),
  )
  .map(([index, at, length, text]): [string, string] => {
    const [file, old] = files[index] ?? ["", ""];
    return [file, old.slice(0, at % old.length) + text + old.slice((at % old.length) + length)];
  });

test("whatever stands in a file, loading gives frozen content or mistakes that have a place, and never throws", async () => {
  const made = await contentFolder();
  const property = fc.asyncProperty(slips, async ([file, text]) => {
    await made.write({ [file]: text });
    const { content, mistakes } = await loadContent(made.folder);
    await made.write({ [file]: SMALL_CONTENT[file] ?? "" });
    const placed = mistakes.every(({ line, column, what, fix }) => line > 0 && column > 0 && what !== "" && fix !== "");
    return placed && (content === undefined ? mistakes.length > 0 : Object.isFrozen(content));
  });
  await fc.assert(property, { numRuns: 60, seed: 20250331 }).finally(made.remove);
}, 30_000);
