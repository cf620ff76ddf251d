import { spawnSync } from "node:child_process";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { afterEach, expect, test } from "@jest/globals";
import { completeContent } from "../check/support/complete-content.ts";
import { contentFolder } from "../content/support/content-folder.ts";

const PROJECT = `${import.meta.dirname}/../..`;
const BASE = completeContent();

const DANGER = "dialogs/danger/wapen.yaml";
const TEXTS = "dialogs/texts/danger.yaml";

const ARTICLE = `---
id: nieuw
title: Een titel
topic: visie
questions: [vraag over later]
sources: [{ document: handleiding }]
status: concept
owner: programmateam
review-by: 2199-12-31
---
Een kort antwoord.
`;

let remove = async (): Promise<void> => {};
afterEach(() => remove());

async function folderWith(changes: Parameters<typeof contentFolder>[0] = {}): Promise<string> {
  const made = await contentFolder(changes, BASE);
  remove = made.remove;
  return made.folder;
}

/** The small content learns next to nothing, and its measured lines are those of the project. */
const isMeasured = (line: string) => /meetregels veranderden van kant|^ {4}(?:niet meer als|nu voor) gevaar/.test(line);

/** Runs the tool as `npm run check:content -- <folder>` does. */
function run(...folder: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["src/tools/check-content.ts", ...folder], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  // The small content of these tests has few examples on purpose.
  const lines = stdout.trimEnd().split("\n");
  return { status, lines: lines.filter((line) => !line.includes("  few-examples  ") && !isMeasured(line)) };
}

test("the project's own dialogs and cards have no mistakes, and one line says what there is", () => {
  const { status, lines } = run();
  expect(lines[0]).toMatch(
    /\d+ vragen, \d+ signalen, \d+ artikelen, \d+ voorbeelden, \d+ altijd-regels met \d+ bewijzen/,
  );
  expect(status).toBe(0);
});

test("what there is less of than in the version that was kept is named, until somebody keeps that", async () => {
  const folder = await folderWith();
  expect(run(folder, "--keep").lines).toHaveLength(1);
  const file = `${folder}/dialogs/signals/nu.yaml`;
  const signals = await readFile(file, "utf8");
  await writeFile(file, signals.slice(0, signals.indexOf("invariants:")));
  const { status, lines } = run(folder);
  expect(status).toBe(0);
  expect(lines[1]).toMatch(/altijd-regels \d+ \(was \d+\), bewijzen \d+ \(was \d+\)/);
  expect(run(folder, "--keep").lines).toHaveLength(2);
  expect(run(folder).lines).toHaveLength(1);
});

test("a file with examples of danger that is gone is named, with what to do", async () => {
  const sign = (BASE[DANGER] ?? "")
    .replace("sign: wapen", "sign: brand")
    .replace(/\[.*\]/, "[het huis staat in brand]");
  const folder = await folderWith({ "dialogs/danger/brand.yaml": sign });
  expect(run(folder, "--keep").status).toBe(0);
  await rm(`${folder}/dialogs/danger/brand.yaml`);
  const named = run(folder).lines.find((line) => line.includes("dialogs/danger/brand.yaml"));
  expect(named).toMatch(/dialogs\/danger\/brand\.yaml 0 \(was \d+\).*Zet ze terug/);
});

test("without what was kept, that is said too", async () => {
  const folder = await folderWith();
  expect(run(folder, "--keep").lines).toHaveLength(1);
  await rm(`${folder}/dialogs/counts.yaml`);
  expect(run(folder).lines.slice(1)).toEqual([expect.stringMatching(/dialogs\/counts\.yaml.*Zet het terug/)]);
});

test("a text that is read when there is danger is named when it changed", async () => {
  const folder = await folderWith();
  expect(run(folder, "--keep").lines).toHaveLength(1);
  const texts = await readFile(`${folder}/${TEXTS}`, "utf8");
  await writeFile(`${folder}/${TEXTS}`, texts.replace("title: Bel nu 112", "title: Bel nu 112, als je dat wilt"));
  expect(run(folder).lines.slice(1)).toEqual([expect.stringMatching(/gelezen bij gevaar: danger-now\.title\./)]);
});

test("an article past its review-by date is named, and is not a mistake", async () => {
  const folder = await folderWith({
    "dialogs/knowledge/oud.md": ARTICLE.replace("2199-12-31", "2020-01-31").replace("id: nieuw", "id: oud"),
    "dialogs/knowledge/nieuw.md": ARTICLE.replace("vraag over later", "iets heel anders").replace(
      "Een titel",
      "Nog een",
    ),
  });
  run(folder, "--keep");
  const { status, lines } = run(folder);
  expect(lines.slice(1)).toEqual([expect.stringMatching(/dialogs\/knowledge\/oud\.md.*2020-01-31/)]);
  expect(status).toBe(0);
});

test("every mistake is one line with its place, and the exit code is 1", async () => {
  const folder = await folderWith({ "dialogs/links.yaml": "links:\n  - id: leidraad\n    titel: Leidraad\n" });
  const { status, lines } = run(folder);
  expect(status).toBe(1);
  for (const line of lines) expect(line).toMatch(/^dialogs\/links\.yaml:\d+:\d+ {2}[a-z-]+ {2}\S.*\. {2}\S.*\.$/);
  expect(lines.map((line) => line.split("  ")[1])).toEqual(["missing-key", "missing-key", "unknown-key"]);
});

test("a dialogs folder is checked with the cards beside it", async () => {
  const folder = await folderWith({ "cards/menu.card.json": "{" });
  const { lines } = run(`${folder}/dialogs`);
  expect(lines[0]).toMatch(/^cards\/menu\.card\.json:.* json-syntax /);
});

test("a dialogs folder without cards is checked with those of the project, whatever its name", async () => {
  const folder = await folderWith();
  await rename(`${folder}/dialogs`, `${folder}/proef`);
  await rename(`${folder}/cards`, `${folder}/weg`);
  expect(run(`${folder}/proef`)).toMatchObject({ status: 0 });
});

test("a folder that does not exist is named", () => {
  const { status, lines } = run("/er/is/hier/niets");
  expect(status).toBe(1);
  expect(lines[0]).toContain("/er/is/hier/niets");
});
