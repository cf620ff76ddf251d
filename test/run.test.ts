import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { runProgram } from "./support/main-process.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const RUN = resolve(import.meta.dirname, "../src/run.js");
const { folder, remove } = temporaryFolder();
afterAll(remove);

test("a Node that is too old says which one is needed", async () => {
  const older = "data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.20.2' })";
  const { exit, stderr } = runProgram(["--import", older, RUN], {});
  expect(await exit).toBe(1);
  expect(await stderr).toMatch(/^NODE_TOO_OLD: .*20\.20\.2.*24.*\nZo los je het op: .+\n$/);
});

test("below node_modules, where Node runs no TypeScript, it says so", async () => {
  const copy = join(folder, "node_modules/wijkteam-assistent/src/run.js");
  mkdirSync(dirname(copy), { recursive: true });
  cpSync(RUN, copy);
  const { exit, stderr } = runProgram([copy], {});
  expect(await exit).toBe(1);
  expect(await stderr).toMatch(/^WRONG_FOLDER: .*node_modules.*\nZo los je het op: .+\n$/);
});

test("else it starts the bot, which reads its settings", async () => {
  const { exit, stderr } = runProgram([RUN], { PORT: "deur" });
  expect(await exit).toBe(1);
  expect(await stderr).toMatch(/^CONFIG_INVALID: /);
});

test("what an earlier start compiled counts from the first source file, and nothing is made for it", async () => {
  const [used, unused] = [join(folder, "used"), join(folder, "unused")];
  mkdirSync(join(used, "compiled"), { recursive: true });
  for (const DATA_DIR of [used, unused]) {
    await runProgram([RUN], { NODE_COMPILE_CACHE: "", PORT: "deur", DATA_DIR }).exit;
  }
  // Settings that are wrong end the bot before it keeps anything itself.
  expect(readdirSync(join(used, "compiled"), { recursive: true }).length).toBeGreaterThan(1);
  expect(readdirSync(folder)).not.toContain("unused");
});
