import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { serialize } from "node:v8";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { foldersIn, readFiles } from "../../src/content/read-files.ts";
import { createContentKeeper } from "../../src/stores/content-keeper.ts";
import { createTestLog } from "../support/log-lines.ts";
import { realContent } from "../support/real-content.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
/** Without the models: to compare their numbers one by one takes a minute. */
const { models: _, ...content } = await realContent();
const { files } = await readFiles(foldersIn(PROJECT));

/** What somebody packed here is no part of these tests. */
const NOTHING_ALONG = join(PROJECT, "there-is-no-such-folder");

let data: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  data = temporaryFolder();
});
afterEach(() => data.remove());

function keeper(code?: string) {
  return createContentKeeper(data.folder, createTestLog().log, code, NOTHING_ALONG);
}

test("all content and all files come back as they were, in one private file", async () => {
  await keeper().write({ content, files });
  const kept = await keeper().read();
  expect(kept).toEqual({ content, files, isOld: false });
  expect(Object.isFrozen(kept?.content.texts)).toBe(true);
  expect(readdirSync(data.folder)).toEqual(["content.bin"]);
  expect(statSync(join(data.folder, "content.bin")).mode & 0o777).toBe(0o600);
});

test("what other code checked is told to be old", async () => {
  await keeper("old").write({ content, files });
  expect(await keeper("new").read()).toMatchObject({ isOld: true });
});

test("what came along with the code is read as long as there is none of this code", async () => {
  const along = temporaryFolder();
  const read = () => createContentKeeper(data.folder, createTestLog().log, "new", along.folder).read();
  const small = (version: string) => ({ content: { ...content, version }, files: [] });
  const writeAlong = (code: string) =>
    createContentKeeper(along.folder, createTestLog().log, code).write(small("along"));
  await writeAlong("other");
  expect(await read()).toBeUndefined();
  await writeAlong("new");
  expect(await read()).toMatchObject({ content: { version: "along" }, isOld: false });
  await keeper("old").write(small("own"));
  expect(await read()).toMatchObject({ content: { version: "along" }, isOld: false });
  await writeAlong("other");
  expect(await read()).toMatchObject({ content: { version: "own" }, isOld: true });
  await keeper("new").write(small("own"));
  expect(await read()).toMatchObject({ content: { version: "own" }, isOld: false });
  along.remove();
});

test("nothing, or a damaged file, counts as nothing kept", async () => {
  expect(await keeper().read()).toBeUndefined();
  writeFileSync(join(data.folder, "content.bin"), "half a fi");
  expect(await keeper().read()).toBeUndefined();
});

test.each([
  ["its end is gone", (bytes: Buffer) => bytes.subarray(0, -1)],
  [
    "one digit is another",
    (bytes: Buffer) => {
      const at = bytes.indexOf("bel 112");
      expect(at).toBeGreaterThan(0);
      bytes[at + 6] = 0x33;
      return bytes;
    },
  ],
  ["it holds what an older bot kept", () => serialize({ code: "old", content })],
])("a file of which %s counts as nothing kept", async (_what, damage) => {
  await keeper().write({ content, files });
  const file = join(data.folder, "content.bin");
  writeFileSync(file, damage(readFileSync(file)));
  expect(await keeper().read()).toBeUndefined();
});

test("a folder that cannot be made is logged and stops nothing", async () => {
  writeFileSync(join(data.folder, "file"), "");
  const { log, of } = createTestLog();
  await createContentKeeper(join(data.folder, "file", "x"), log).write({ content, files });
  expect(of("content-not-kept")).toHaveLength(1);
});
