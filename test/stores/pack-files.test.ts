import { expect, test } from "@jest/globals";
import { hashContentFiles } from "../../src/content/content-files.ts";
import { createFilesReader, packFiles } from "../../src/stores/pack-files.ts";

async function packed(count: number) {
  const all = Array.from({ length: count }, (_, number) => ({ "dialogs/links.yaml": `links: [] # ${number}\n` }));
  const entries = await Promise.all(
    all.map(async (files) => [hashContentFiles(files), await packFiles(files)] as const),
  );
  return { hashes: entries.map(([hash]) => hash), kept: new Map<string, Uint8Array>(entries) };
}

test("files that were read lately are not read again, and the oldest make room", async () => {
  const { hashes, kept } = await packed(5);
  const asked: string[] = [];
  const files = createFilesReader(async (hash) => {
    asked.push(hash);
    return kept.get(hash);
  });
  const [first = "", second = ""] = hashes;
  expect(await Promise.all([files(first), files(first)])).toHaveLength(2);
  expect(await files(first)).toBe(await files(first));
  expect(asked).toEqual([first]);
  for (const hash of hashes) await files(hash);
  await files(second);
  expect(asked).toEqual(hashes);
  await files(first);
  expect(asked).toEqual([...hashes, first]);
});

test("files that were not there, damaged or out of reach are asked for again", async () => {
  const { hashes, kept } = await packed(1);
  const [hash = ""] = hashes;
  const answers: (() => Uint8Array | undefined)[] = [
    () => undefined,
    () => Buffer.from("beschadigd"),
    () => {
      throw new Error("onbereikbaar");
    },
    () => kept.get(hash),
  ];
  const files = createFilesReader(async () => answers.shift()?.());
  expect(await files(hash)).toBeUndefined();
  expect(await files(hash)).toBeUndefined();
  await expect(files(hash)).rejects.toThrow("onbereikbaar");
  expect(await files(hash)).toEqual({ "dialogs/links.yaml": "links: [] # 0\n" });
});
