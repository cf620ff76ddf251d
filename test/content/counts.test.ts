import { expect, test } from "@jest/globals";
import type { Content } from "../../src/content/content.ts";
import { countsOf, fewerThan } from "../../src/content/counts.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { type Changes, contentFolder } from "./support/content-folder.ts";
import { SMALL_CONTENT } from "./support/small-content.ts";

const NU = "dialogs/signals/nu.yaml";
const DANGER = "dialogs/danger/wapen.yaml";

async function load(changes: Changes = {}): Promise<Content> {
  const { folder, remove } = await contentFolder(changes);
  const { partial } = await loadContent(folder);
  await remove();
  return partial;
}

const RULE = "    given:\n      question: direct-gevaar\n      is: ja\n";
const ALL_RULES = (SMALL_CONTENT[NU] ?? "").slice((SMALL_CONTENT[NU] ?? "").indexOf("invariants:"));

test.each([
  ["a rule is proven for fewer answers", NU, RULE, RULE.replace("ja", "[ja, weet-ik-niet]"), ["bewijzen 1 (was 2)"]],
  [
    "a sentence about danger is gone",
    DANGER,
    "[hij heeft een mes",
    "[hij heeft een stok, hij heeft een mes",
    ["voorbeeldzinnen met gevaar 2 (was 3)", "dialogs/danger/wapen.yaml 2 (was 3)"],
  ],
  [
    "an ordinary sentence is gone",
    "dialogs/ordinary/nieuws.yaml",
    "[hij was op tijd]",
    "[hij was vroeg, hij was op tijd]",
    ["voorbeeldzinnen zonder gevaar 2 (was 3)", "dialogs/ordinary/nieuws.yaml 1 (was 2)"],
  ],
])("it shows when %s", async (_when, file, now, before, expected) => {
  const changed = (SMALL_CONTENT[file] ?? "").replace(now, before);
  expect(fewerThan(countsOf(await load({ [file]: changed })), countsOf(await load()))).toEqual(expected);
});

test("it shows when a file is cut off before its rules", async () => {
  const changed = (SMALL_CONTENT[NU] ?? "").replace(ALL_RULES, "");
  const [before, now] = [countsOf(await load()), countsOf(await load({ [NU]: changed }))];
  expect(fewerThan(before, now)).toEqual(["altijd-regels 0 (was 1)", "bewijzen 0 (was 1)"]);
});

test("it shows when a file of examples is gone", async () => {
  const [before, now] = [countsOf(await load()), countsOf(await load({ [DANGER]: null }))];
  expect(fewerThan(before, now)).toContainEqual(expect.stringMatching(/^dialogs\/danger\/wapen.yaml 0 \(was \d+\)$/));
});

test("more is no news", async () => {
  expect(fewerThan({ vragen: 3 }, { vragen: 4, signalen: 1 })).toEqual([]);
});
