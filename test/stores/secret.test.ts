import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "@jest/globals";
import { readOrMakeSecret } from "../../src/stores/secret.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const parent = temporaryFolder();
let count = 0;
let folder: string;

beforeEach(() => {
  count += 1;
  folder = join(parent, String(count), "data");
});

test("a secret of 32 random bytes is made, and is the same the next time", () => {
  const secret = readOrMakeSecret(folder);
  expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  expect(readOrMakeSecret(folder)).toBe(secret);
});

test("another folder has another secret", () => {
  expect(readOrMakeSecret(folder)).not.toBe(readOrMakeSecret(join(folder, "other")));
});

test("only the owner can read the secret, and nothing else is left in the folder", () => {
  readOrMakeSecret(folder);
  expect(readdirSync(folder)).toEqual(["secret"]);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test.each([
  ["an empty file", () => writeFileSync(join(folder, "secret"), "")],
  ["something else", () => writeFileSync(join(folder, "secret"), "geheim")],
  ["a folder", () => mkdirSync(join(folder, "secret"))],
])("%s in its place is refused, with the name of the file", (_what, make) => {
  mkdirSync(folder, { recursive: true });
  make();
  expect(() => readOrMakeSecret(folder)).toThrow(
    expect.objectContaining({
      code: "SECRET_UNUSABLE",
      message: expect.stringContaining(join(folder, "secret")),
      fix: expect.any(String),
    }),
  );
});

test("a folder that cannot be made is refused", () => {
  writeFileSync(join(parent, "file"), "");
  expect(() => readOrMakeSecret(join(parent, "file"))).toThrow(expect.objectContaining({ code: "SECRET_UNUSABLE" }));
});
