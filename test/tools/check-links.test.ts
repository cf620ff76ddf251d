import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "@jest/globals";

test("the report names every link of the project, opens none, and never fails", () => {
  const tool = resolve(import.meta.dirname, "../../src/tools/check-links.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^leidraad: .*\n.*\n.*niet-geverifieerd/m);
  expect(stdout).not.toContain("geopend");
});
