import { expect, test } from "@jest/globals";
import { checkContent } from "../../../src/tools/check-content/check-content.ts";
import { contentFolder } from "../../content/support/content-folder.ts";
import { completeContent } from "./support/complete-content.ts";

async function placesOf(same: string): Promise<string[]> {
  const rest = "ask: []\nours: []\nnear: []\nignore: []\nelsewhere: []\n";
  const { folder, remove } = await contentFolder(
    { "dialogs/synonyms.yaml": `same:\n${same}${rest}` },
    completeContent(),
  );
  const { mistakes } = await checkContent(folder);
  await remove();
  return mistakes.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

test("a word in two lines of synonyms is a mistake, however it is written", async () => {
  expect(await placesOf("  - [plan, schema]\n  - [opzet, Schéma]\n")).toEqual(["3:13 duplicate-synonym"]);
});

test("a word may stand twice in its own line", async () => {
  expect(await placesOf("  - [mda, mda++, mda plus plus]\n")).toEqual([]);
});
