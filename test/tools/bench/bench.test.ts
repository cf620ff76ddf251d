import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";

const BENCH = resolve(import.meta.dirname, "../../../src/tools/bench.ts");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wijkteam-bench-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a quick bench measures all servers, and an answer takes at most two calls of the store", () => {
  const file = join(folder, "bench.json");
  const args = [BENCH, "--quick", "--json", file];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 110_000 });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const { rounds, targets } = JSON.parse(readFileSync(file, "utf8"));
  expect(Object.values(rounds)).toHaveLength(6);
  for (const [round] of Object.values<Record<string, number>[]>(rounds)) {
    const { storeCallsPerTurn, ...measures } = round ?? {};
    expect(Object.values(measures).every((measure) => measure > 0)).toBe(true);
  }
  expect(targets).toContainEqual(expect.objectContaining({ name: "store calls per turn", value: 2, met: true }));
}, 120_000);
