import { afterEach, expect, test } from "@jest/globals";
import { loadContent } from "../../src/content/load-content.ts";
import type { Mistake } from "../../src/content/mistake.ts";
import { type KeptContent, openContent } from "../../src/content/open-content.ts";
import { type ContentFolders, foldersIn } from "../../src/content/read-files.ts";
import { contentFolder } from "./support/content-folder.ts";
import { SMALL_CONTENT } from "./support/small-content.ts";

const FILE = "dialogs/texts/common.yaml";
const GOOD = SMALL_CONTENT[FILE] ?? "";
const GREETED = { texts: { welcome: { title: "Hallo" } } };

let clean = async (): Promise<void> => {};
afterEach(() => clean());

/** A content folder and what is kept of it; `open` is one start. */
async function machine(check: (folders: ContentFolders) => ReturnType<typeof loadContent> = loadContent) {
  const made = await contentFolder();
  clean = made.remove;
  let kept: KeptContent | undefined;
  const checked: ContentFolders[] = [];
  const shown: Mistake[] = [];
  const open = () =>
    openContent(
      {
        folders: foldersIn(made.folder),
        check: (folders) => {
          checked.push(folders);
          return check(folders);
        },
        keeper: {
          read: async () => kept,
          async write(next) {
            kept = { ...next, isOld: false };
          },
        },
      },
      (mistakes) => shown.push(...mistakes),
    );
  const update = () => {
    if (kept) kept = { ...kept, isOld: true };
  };
  return { ...made, open, update, checked, shown };
}

test("content is checked at the first start, and not again while nothing changes", async () => {
  const { open, checked } = await machine();
  expect(await open()).toMatchObject({ content: GREETED, mistakes: [] });
  expect(await open()).toMatchObject({ content: GREETED, mistakes: [] });
  expect(checked).toHaveLength(1);
});

test("it is checked again when a file changed, or the code", async () => {
  const { open, update, write, checked } = await machine();
  await open();
  await write({ [FILE]: GOOD.replace("Hallo", "Hoi") });
  expect(await open()).toMatchObject({ content: { texts: { welcome: { title: "Hoi" } } } });
  update();
  await open();
  expect(checked).toHaveLength(3);
});

test("with a mistake the last good version goes on, and the mistakes are shown", async () => {
  const { open, write, shown } = await machine();
  await open();
  await write({ [FILE]: GOOD.replace("Hallo", "Let op: hallo") });
  const { content, mistakes } = await open();
  expect(content).toMatchObject(GREETED);
  expect(mistakes).toMatchObject([{ file: FILE }]);
  expect(shown).toEqual(mistakes);
});

test("new code checks the last good version again before it uses it", async () => {
  const { open, update, write, checked } = await machine();
  await open();
  await write({ [FILE]: GOOD.replace("Hallo", "Let op: hallo") });
  update();
  expect(await open()).toMatchObject({ content: GREETED, mistakes: [{ file: FILE }] });
  expect(checked).toHaveLength(3);
});

test("new code that cannot check the last good version, as on a full disk, says what is wrong with the content", async () => {
  const { folder, open, update, write } = await machine((folders) => {
    if (folders.dialogs !== foldersIn(folder).dialogs) throw new Error("ENOSPC");
    return loadContent(folders);
  });
  await open();
  await write({ [FILE]: GOOD.replace("Hallo", "Let op: hallo") });
  update();
  await expect(open()).rejects.toMatchObject({ code: "CONTENT_INVALID" });
});

test("without a last good version a mistake stops the start", async () => {
  const { open, write, shown } = await machine();
  await write({ [FILE]: GOOD.replace("Hallo", "Let op: hallo") });
  await expect(open()).rejects.toMatchObject({ code: "CONTENT_INVALID" });
  expect(shown).toHaveLength(1);
});
