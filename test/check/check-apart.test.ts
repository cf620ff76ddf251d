import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { createApartCheck } from "../../src/check/check-apart.ts";
import type { Effects } from "../../src/check/effects/find-effects.ts";
import { foldersIn } from "../../src/content/read-files.ts";
import { contentFolder } from "../content/support/content-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { completeContent } from "./support/complete-content.ts";

const GEVAAR = "dialogs/questions/gevaar.yaml";
const BASE = completeContent();

test("a check that is ended stops at once", async () => {
  const stop = new AbortController();
  const checked = createApartCheck(".").check(foldersIn("."), stop.signal);
  stop.abort();
  await expect(checked).rejects.toMatchObject({ name: "AbortError" });
});

test("each check gives what stands in the files now, also after one that was ended", async () => {
  const data = temporaryFolder();
  const made = await contentFolder({}, BASE);
  const folders = foldersIn(made.folder);
  const { check, effects } = createApartCheck(data.folder);
  const save = (text: string) => writeFile(join(made.folder, GEVAAR), text);
  const before = BASE[GEVAAR] ?? "";
  const first = (await check(folders)).content;
  expect(first?.questions.get("direct-gevaar")?.kind).toBe("single");

  await save(before.replace("kind: single", "kind: sing"));
  expect((await check(folders)).mistakes.map(({ file }) => file)).toContain(GEVAAR);

  const stop = new AbortController();
  const ended = check(folders, stop.signal);
  stop.abort();
  await expect(ended).rejects.toMatchObject({ name: "AbortError" });

  await save(before);
  const { content, mistakes } = await check(folders);
  expect(mistakes).toEqual([]);
  expect(content).toEqual(first);
  // They are large, and come again only when they are others.
  expect(content?.models).toBe(first?.models);

  if (!content) throw new Error("there is no content");
  const unadvised = { ...content, signalGroups: [] };
  const found: Effects[] = [];
  await effects(folders, { before: unadvised, after: content }, (soFar) => found.push(soFar));
  expect(found).toEqual([{ examples: expect.any(Array), lines: [], played: content.examples.length }]);

  // Of models that are not known to be the same all lines are read, and that comes later.
  const { modelsId: _, ...unknown } = unadvised;
  await effects(folders, { before: unknown, after: content }, (soFar) => found.push(soFar));
  expect(found.slice(1).map(({ lines }) => lines)).toEqual([undefined, []]);
  expect(found[2]?.examples).toEqual(found[0]?.examples);
  await made.remove();
  data.remove();
});
