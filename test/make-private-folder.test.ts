import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { makePrivateFolder } from "../src/make-private-folder.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

test("a folder and those above it are made, for their owner only, and may be there already", () => {
  const deep = join(folder, "a", "b");
  makePrivateFolder(deep);
  makePrivateFolder(deep);
  expect(statSync(deep).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, "a")).mode & 0o777).toBe(0o700);
});

test("a place where nothing can be made is refused at once", () => {
  writeFileSync(join(folder, "file"), "");
  expect(() => makePrivateFolder(join(folder, "file", "x"))).toThrow();
  if (existsSync("/proc")) expect(() => makePrivateFolder("/proc/x/y")).toThrow(/ENOENT/);
});
