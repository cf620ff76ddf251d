import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "@jest/globals";

const COMMAND = resolve(import.meta.dirname, "../../src/tools/test-faults.ts");

function run(...args: string[]) {
  return spawnSync(process.execPath, [COMMAND, ...args], { encoding: "utf8", timeout: 55_000 });
}

test("the short form kills what counts and what sends, loses nothing, and tells how to do the same again", () => {
  const { status, stdout, stderr } = run("--short", "--seed", "7");
  expect(stderr).toBe("");
  expect(stdout).toContain("--seed 7 does the same again");
  expect(stdout).toMatch(/\| SIGKILL in turns and their counts, SQLite \| 2 \| .* \| 0 \| 0 \| .* \| passed \|/);
  expect(stdout).toMatch(/\| SIGKILL in flushes, Cosmos DB, two instances \| 2 \| .* \| 0 \| 0 \| .* \| passed \|/);
  expect(status).toBe(0);
});

test("a fault that nobody knows is no success", () => {
  expect(run("--only", "zonsverduistering").status).toBe(1);
});
