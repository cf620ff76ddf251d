import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { createApartCheck } from "../../src/check/check-apart.ts";
import { foldersIn } from "../../src/content/read-files.ts";
import { contentFolder } from "../content/support/content-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { completeContent } from "./support/complete-content.ts";

const GEVAAR = "dialogs/questions/gevaar.yaml";
const BASE = completeContent();

test("a check that is ended stops at once", async () => {
  const stop = new AbortController();
  const checked = createApartCheck(".")(foldersIn("."), stop.signal);
  stop.abort();
  await expect(checked).rejects.toMatchObject({ name: "AbortError" });
});

test("each check gives what stands in the files now, also after one that was ended", async () => {
  const data = temporaryFolder();
  const made = await contentFolder({}, BASE);
  const folders = foldersIn(made.folder);
  const check = createApartCheck(data.folder);
  const save = (text: string) => writeFile(join(made.folder, GEVAAR), text);
  const before = BASE[GEVAAR] ?? "";
  expect((await check(folders)).content?.questions.get("direct-gevaar")?.kind).toBe("single");

  await save(before.replace("kind: single", "kind: sing"));
  expect((await check(folders)).mistakes.map(({ file }) => file)).toContain(GEVAAR);

  const stop = new AbortController();
  const ended = check(folders, stop.signal);
  stop.abort();
  await expect(ended).rejects.toMatchObject({ name: "AbortError" });

  await save(before);
  expect((await check(folders)).mistakes).toEqual([]);
  await made.remove();
  data.remove();
});
