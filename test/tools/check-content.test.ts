import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { afterAll, afterEach, expect, test } from "@jest/globals";
import { reportContent } from "../../src/tools/check-content/report-content.ts";
import { completeContent } from "../check/support/complete-content.ts";
import { contentFolder } from "../content/support/content-folder.ts";
import { createTestLog } from "../support/log-lines.ts";
import { runScript } from "../support/main-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

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

/** Not where the project keeps what it learned: that is of other content. */
const data = temporaryFolder();
afterAll(() => data.remove());

let remove = async (): Promise<void> => {};
afterEach(() => remove());

async function folderWith(changes: Parameters<typeof contentFolder>[0] = {}): Promise<string> {
  const made = await contentFolder(changes, BASE);
  remove = made.remove;
  return made.folder;
}

/** The small content learns next to nothing, and its measured lines are those of the project. */
const isMeasured = (line: string) => /meetregels veranderden van kant|^ {4}(?:niet meer als|nu voor) gevaar/.test(line);

/** What the tool says, as `npm run check:content -- <folder>` does. */
async function run(...args: string[]) {
  const { lines, isRight } = await reportContent(args, { dataDir: data.folder, log: createTestLog().log });
  // The small content of these tests has few examples on purpose.
  const shown = lines.filter((line) => !line.includes("  few-examples  ") && !isMeasured(line));
  return { isRight, lines: shown };
}

// For the content of the project `npm test` runs the command before all tests.
test("the command tells what there is on the first line, or the mistakes, and its exit code says which", async () => {
  const folder = await folderWith();
  const check = async () => {
    const { exit, stdout, stderr } = runScript("tools/check-content.ts", { DATA_DIR: data.folder }, [folder]);
    return { code: await exit, stdout: await stdout, stderr: await stderr };
  };
  const right = await check();
  expect(right).toMatchObject({ code: 0, stderr: "" });
  expect(right.stdout.split("\n")[0]).toMatch(
    /\d+ vragen, \d+ signalen, \d+ artikelen, \d+ voorbeelden, \d+ altijd-regels met \d+ bewijzen/,
  );
  await writeFile(`${folder}/dialogs/links.yaml`, "links: nee\n");
  const wrong = await check();
  expect(wrong).toMatchObject({ code: 1, stderr: "" });
  expect(wrong.stdout).toMatch(/^dialogs\/links\.yaml:\d+:\d+ {2}\S+ {2}/);
});

test("what there is less of than in the version that was kept is named, until somebody keeps that", async () => {
  const folder = await folderWith();
  expect((await run(folder, "--keep")).lines).toHaveLength(1);
  const file = `${folder}/dialogs/signals/nu.yaml`;
  const signals = await readFile(file, "utf8");
  await writeFile(file, signals.slice(0, signals.indexOf("invariants:")));
  const { isRight, lines } = await run(folder);
  expect(isRight).toBe(true);
  expect(lines[1]).toMatch(/altijd-regels \d+ \(was \d+\), bewijzen \d+ \(was \d+\)/);
  expect((await run(folder, "--keep")).lines).toHaveLength(2);
  expect((await run(folder)).lines).toHaveLength(1);
});

test("a file with examples of danger that is gone is named, with what to do", async () => {
  const sign = (BASE[DANGER] ?? "")
    .replace("sign: wapen", "sign: brand")
    .replace(/\[.*\]/, "[het huis staat in brand]");
  const folder = await folderWith({ "dialogs/danger/brand.yaml": sign });
  expect((await run(folder, "--keep")).isRight).toBe(true);
  await rm(`${folder}/dialogs/danger/brand.yaml`);
  const named = (await run(folder)).lines.find((line) => line.includes("dialogs/danger/brand.yaml"));
  expect(named).toMatch(/dialogs\/danger\/brand\.yaml 0 \(was \d+\).*Zet ze terug/);
});

test("without what was kept, that is said too", async () => {
  const folder = await folderWith();
  expect((await run(folder, "--keep")).lines).toHaveLength(1);
  await rm(`${folder}/dialogs/counts.yaml`);
  expect((await run(folder)).lines.slice(1)).toEqual([expect.stringMatching(/dialogs\/counts\.yaml.*Zet het terug/)]);
});

test("a text that is read when there is danger is named when it changed", async () => {
  const folder = await folderWith();
  expect((await run(folder, "--keep")).lines).toHaveLength(1);
  const texts = await readFile(`${folder}/${TEXTS}`, "utf8");
  await writeFile(`${folder}/${TEXTS}`, texts.replace("title: Bel nu 112", "title: Bel nu 112, als je dat wilt"));
  expect((await run(folder)).lines.slice(1)).toEqual([
    expect.stringMatching(/gelezen bij gevaar: danger-now\.title\./),
  ]);
});

test("an article past its review-by date is named, and is not a mistake", async () => {
  const folder = await folderWith({
    "dialogs/knowledge/oud.md": ARTICLE.replace("2199-12-31", "2020-01-31").replace("id: nieuw", "id: oud"),
    "dialogs/knowledge/nieuw.md": ARTICLE.replace("vraag over later", "iets heel anders").replace(
      "Een titel",
      "Nog een",
    ),
  });
  await run(folder, "--keep");
  const { isRight, lines } = await run(folder);
  expect(lines.slice(1)).toEqual([expect.stringMatching(/dialogs\/knowledge\/oud\.md.*2020-01-31/)]);
  expect(isRight).toBe(true);
});

test("every mistake is one line with its place", async () => {
  const folder = await folderWith({ "dialogs/links.yaml": "links:\n  - id: leidraad\n    titel: Leidraad\n" });
  const { isRight, lines } = await run(folder);
  expect(isRight).toBe(false);
  for (const line of lines) expect(line).toMatch(/^dialogs\/links\.yaml:\d+:\d+ {2}[a-z-]+ {2}\S.*\. {2}\S.*\.$/);
  expect(lines.map((line) => line.split("  ")[1])).toEqual(["missing-key", "missing-key", "unknown-key"]);
});

test("a dialogs folder is checked with the cards beside it", async () => {
  const folder = await folderWith({ "cards/menu.card.json": "{" });
  const { lines } = await run(`${folder}/dialogs`);
  expect(lines[0]).toMatch(/^cards\/menu\.card\.json:.* json-syntax /);
});

test("a dialogs folder without cards is checked with those of the project, whatever its name", async () => {
  const folder = await folderWith();
  await rename(`${folder}/dialogs`, `${folder}/proef`);
  await rename(`${folder}/cards`, `${folder}/weg`);
  expect(await run(`${folder}/proef`)).toMatchObject({ isRight: true });
});

test("a folder that does not exist is named", async () => {
  const { isRight, lines } = await run("/er/is/hier/niets");
  expect(isRight).toBe(false);
  expect(lines[0]).toContain("/er/is/hier/niets");
});
