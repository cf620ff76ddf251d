import { describe, expect, test } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { unzipFiles, zipFiles } from "../../src/content/zip-files.ts";
import { SMALL_CONTENT } from "./support/small-content.ts";

const VERSION = { number: 12, hash: "a".repeat(64) };

function zipOf(files: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, strToU8(text)])));
}

test("what goes into a zip comes out as it was, with the version that it was taken from", async () => {
  const files = { ...SMALL_CONTENT, "dialogs/texts/start.yaml": "a: \uFEFFéén\r\n" };
  expect(await unzipFiles(zipFiles(files, VERSION))).toEqual({ files, version: VERSION });
});

test("more than is unzipped at once comes out whole", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 5 }, (_, at) => [`dialogs/${at}.yaml`, `${at}`.repeat(300_000)]),
  );
  expect((await unzipFiles(zipFiles(files, VERSION))).files).toEqual(files);
});

test("the same files give the same bytes", () => {
  expect(zipFiles(SMALL_CONTENT, VERSION)).toEqual(zipFiles(SMALL_CONTENT, VERSION));
});

test("a zip that somebody packed again, with a folder around it and what a Mac or Windows adds, is read", async () => {
  const zip = zipOf({
    "Mijn map/dialogs/links.yaml": "a",
    "Mijn map\\cards\\a.card.json": "b",
    "Mijn map/.DS_Store": "x",
    "Mijn map/dialogs/Thumbs.db": "x",
    "__MACOSX/Mijn map/dialogs/._links.yaml": "x",
    "Mijn map/leesmij.txt": "x",
  });
  expect(await unzipFiles(zip)).toEqual({ files: { "dialogs/links.yaml": "a", "cards/a.card.json": "b" } });
});

describe("refused, with what to do, is", () => {
  test.each([
    ["what is no zip", strToU8("geen zip")],
    ["half a zip", zipOf({ "dialogs/a.yaml": "x".repeat(1000) }).slice(0, 60)],
    ["a zip without content", zipOf({ "foto.txt": "x" })],
    ["a zip out of which far too much comes", zipOf({ "dialogs/a.yaml": "0".repeat(31_000_000) })],
  ])("%s", async (_what, bytes) => {
    await expect(unzipFiles(bytes)).rejects.toEqual(
      expect.objectContaining({ code: "BAD_ZIP", fix: expect.any(String) }),
    );
  });
});

test("a version that cannot be read counts as none", async () => {
  const zip = zipOf({ "dialogs/a.yaml": "a", "versie.json": '{"number":"x"}' });
  expect(await unzipFiles(zip)).not.toHaveProperty("version");
});
