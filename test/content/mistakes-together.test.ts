import { writeFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { loadContent } from "../../src/content/load-content.ts";
import { type Changes, contentFolder } from "./support/content-folder.ts";
import { SMALL_CONTENT } from "./support/small-content.ts";

async function load(changes: Changes) {
  const { folder, remove } = await contentFolder(changes);
  const loaded = await loadContent(folder);
  await remove();
  return { ...loaded, found: loaded.mistakes.map(({ file, rule }) => `${file} ${rule}`) };
}

const changed = (file: string, from: string, to: string): Changes => ({
  [file]: (SMALL_CONTENT[file] ?? "").replace(from, to),
});

test("mistakes in shape, syntax, references and cards are reported together, causes first", async () => {
  const { found } = await load({
    ...changed("dialogs/questions/plan.yaml", "label: Plan", "labl: Plan"),
    ...changed("dialogs/texts/common.yaml", "title: Hallo", "title: Let op: hallo"),
    ...changed("dialogs/flows/lang.yaml", "is: nee", "is: misschien"),
    ...changed("cards/danger-now.card.json", "}", ""),
  });
  expect(found).toEqual([
    "cards/danger-now.card.json json-syntax",

    "dialogs/questions/plan.yaml missing-key",
    "dialogs/questions/plan.yaml unknown-key",
    "dialogs/texts/common.yaml yaml-syntax",
    "dialogs/flows/lang.yaml unknown-option",
  ]);
});

test("what refers to a file that was refused is not reported as well", async () => {
  const { found } = await load(changed("dialogs/questions/gevaar.yaml", "kind: single", "kind: enkel"));
  expect(found).toEqual(["dialogs/questions/gevaar.yaml unknown-value"]);
});

test("an unknown key is named, with the likeliest key that was meant", async () => {
  const { mistakes } = await load(changed("dialogs/questions/plan.yaml", "label: Plan", "labl: Plan"));
  const unknown = mistakes.find(({ rule }) => rule === "unknown-key");
  expect(unknown?.what).toContain('"labl"');
  expect(unknown?.fix).toContain('"label"');
});

test("an unknown option is named, with the options there are", async () => {
  const { mistakes } = await load(changed("dialogs/flows/lang.yaml", "is: nee", "is: misschien"));
  expect(mistakes[0]?.what).toMatch(/"direct-gevaar".*"misschien"/);
  expect(mistakes[0]?.fix).toContain("ja, nee, weet-ik-niet");
});

test("a folder that is not there is one mistake for each of its two parts", async () => {
  const { content, mistakes } = await loadContent("/er/is/hier/niets");
  expect(content).toBeUndefined();
  expect(mistakes.map(({ rule, what }) => [rule, what.includes("/er/is/hier/niets")])).toEqual([
    ["missing-folder", true],
    ["missing-folder", true],
  ]);
});

test.each([
  ["dialogs/links.yaml", "dialogs/links.yaml"],
  ["dialogs/safety/never-say.yaml", "dialogs/safety/never-say.yaml"],
  ["dialogs/regions/hier.yaml", "dialogs/regions/*.yaml"],
])("without %s the content is not complete", async (file, missing) => {
  const { found } = await load({ [file]: null });
  expect(found).toContain(`${missing} missing-file`);
});

test.each([
  "dialogs/regions/hier.yml",
  "dialogs/regio/hier.yaml",
  "dialogs/texts.json",
  "dialogs/knowledge/uitleg.md.txt",
  "dialogs/knowledge/Uitleg.docx",
  "dialogs/knowledge/oud/uitleg.md",
  "dialogs/uitleg.md",
  "dialogs/lees mij",
  "cards/menu.json",
  "cards/menu.png",
])("%s is reported, because it would not be read", async (file) => {
  const { found } = await load({ [file]: "{}" });
  expect(found).toEqual([`${file} unexpected-file`]);
});

test("an article that is renamed so that it would vanish is reported", async () => {
  const article = SMALL_CONTENT["dialogs/knowledge/uitleg.md"] ?? "";
  const { found } = await load({ "dialogs/knowledge/uitleg.md": null, "dialogs/knowledge/uitleg.md.txt": article });
  expect(found).toContain("dialogs/knowledge/uitleg.md.txt unexpected-file");
});

test("a card without a sample and a sample without a card are reported", async () => {
  const { found } = await load({ "cards/menu.card.json": "{}", "cards/help.sample.json": "{}" });
  expect(found).toEqual(["cards/help.sample.json card-pair", "cards/menu.card.json card-pair"]);
});

test("two groups cannot have the same order", async () => {
  const other = (SMALL_CONTENT["dialogs/signals/nu.yaml"] ?? "")
    .replace("group: nu", "group: later")
    .replace("id: gevaar-nu", "id: anders")
    .replace("id: alarm", "id: nog-anders")
    .replace("id: gevaar-is-nu", "id: andere-regel");
  const { found } = await load({ "dialogs/signals/later.yaml": other });
  expect(found).toEqual(["dialogs/signals/nu.yaml duplicate-order"]);
});

test("a file in another encoding is reported, also when it can still be read", async () => {
  const { folder, remove } = await contentFolder();
  await writeFile(
    `${folder}/dialogs/texts/common.yaml`,
    Buffer.from("weet-ik-niet: Ik weet het niet\nprivé: ja\n", "latin1"),
  );
  const { mistakes } = await loadContent(folder);
  await remove();
  expect(mistakes.map(({ file, rule }) => [file, rule])).toEqual([["dialogs/texts/common.yaml", "encoding"]]);
});

test("aliases that grow without end are refused", async () => {
  const lines = Array.from({ length: 20 }, (_, index) => `k${index + 1}: &k${index + 1} [${`*k${index},`.repeat(9)}]`);
  const { found } = await load({ "dialogs/texts/common.yaml": `k0: &k0 [lol]\n${lines.join("\n")}\n` });
  expect(new Set(found)).toEqual(new Set(["dialogs/texts/common.yaml yaml-syntax"]));
});
