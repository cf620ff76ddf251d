import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { contentFolder } from "../content/support/content-folder.ts";

const TOOL = resolve(import.meta.dirname, "../../src/tools/check-links.ts");

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, ...args], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

test("the report names every link of a folder, opens none, and never fails", async () => {
  const { folder, remove } = await contentFolder();
  const report = run(folder);
  await remove();
  expect(report).toMatch(/^leidraad: .*\n.*\n.*niet-geverifieerd/m);
  expect(report).toMatch(/^overzicht: /m);
  expect(report).not.toContain("geopend");
});

test("without a folder it is about the project's own links", () => {
  expect(run()).toMatch(/^leidraad: /m);
});
