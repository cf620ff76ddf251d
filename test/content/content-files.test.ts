import { expect, test } from "@jest/globals";
import { hashContentFiles, hashRawFiles, toRawFiles } from "../../src/content/content-files.ts";

test("the address of files as text is that of their bytes on a disk, in whatever order they come", () => {
  const files = {
    "cards/a.card.json": "{}",
    "dialogs/b.yaml": "\uFEFFmet een merkteken ervoor: é, ŷ, 👪",
    "dialogs/a.yaml": "een halve letter: \uD83D",
    "dialogs/leeg.yaml": "",
  };
  const turned = Object.fromEntries(Object.entries(files).reverse());
  const address = hashRawFiles(toRawFiles(files));
  expect([hashContentFiles(files), hashContentFiles(turned), hashContentFiles(files)]).toEqual([
    address,
    address,
    address,
  ]);
  expect(hashContentFiles({ ...files, "dialogs/leeg.yaml": " " })).not.toBe(address);
});
