import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { endAll, runScript, startMain } from "../support/main-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const data = temporaryFolder();
const LINKS = "dialogs/links.yaml";
const DATA_DIR = join(data.folder, "data");
const ENV = { DATA_DIR, CONTENT_STORE: "on", NO_CHAT: "1" };
afterAll(() => {
  endAll();
  data.remove();
});

async function run(command: "pull" | "push", args: string[], env: Record<string, string> = ENV) {
  const { exit, stdout, stderr } = runScript(`tools/content-${command}.ts`, env, args);
  return { code: await exit, out: await stdout, error: await stderr };
}

function folder(name: string): string {
  return join(data.folder, name);
}

function edit(name: string, comment: string): void {
  const path = join(folder(name), LINKS);
  writeFileSync(path, `${readFileSync(path, "utf8")}# ${comment}\n`);
}

test("content is pulled, changed in files and pushed: to a bot that runs, and to the store itself", async () => {
  expect(await run("pull", ["--folder", folder("a")])).toMatchObject({
    code: 1,
    error: expect.stringContaining("NOTHING_PUBLISHED"),
  });
  const { url } = await startMain(ENV);

  expect(await run("pull", [url, "--folder", folder("a")])).toMatchObject({ code: 0, error: "" });
  expect(readFileSync(join(folder("a"), LINKS))).toEqual(readFileSync(LINKS));
  const again = await run("pull", ["--folder", folder("b")]);
  expect(again.out).toContain("Versie 1");

  edit("a", "een");
  expect(await run("push", [url, "--folder", folder("a")])).toMatchObject({
    code: 1,
    error: expect.stringContaining("BAD_CONTENT_REQUEST"),
  });
  const pushed = await run("push", [url, "--folder", folder("a"), "--reason", "Proef"]);
  expect(pushed).toEqual({ code: 0, out: "Gepubliceerd als versie 2.\n", error: "" });

  edit("b", "twee");
  const overtaken = await run("push", ["--folder", folder("b"), "--reason", "Proef"]);
  expect(overtaken.code).toBe(1);
  expect(overtaken.out).toMatch(/^dialogs\/links\.yaml\nNiet gepubliceerd: .*content:pull/);

  edit("a", "drie");
  const stored = await run("push", ["--folder", folder("a"), "--reason", "Proef"]);
  expect(stored).toEqual({ code: 0, out: "Gepubliceerd als versie 3.\n", error: "" });
  rmSync(join(folder("a"), "dialogs/commands.yaml"));
  const wrong = await run("push", ["--folder", folder("a"), "--reason", "Proef"]);
  expect(wrong.code).toBe(1);
  expect(wrong.out).toMatch(/commands\.yaml:1:1 .*\nNiet gepubliceerd/s);
});

test.each([
  ["an option that is not there", ["--map", "x"], "OPTIONS_INVALID"],
  ["an address that is none", ["bot"], "OPTIONS_INVALID"],
  ["a file with a token that is not there", ["http://127.0.0.1:1", "--token-file", "x"], "OPTIONS_INVALID"],
  ["a bot that does not run", ["http://127.0.0.1:1"], "BOT_UNREACHABLE"],
])("%s is refused, with how to mend it", async (_what, args, code) => {
  const result = await run("pull", [...args, "--folder", folder("x")]);
  expect(result.code).toBe(1);
  expect(result.error).toMatch(new RegExp(`^${code}: .+\nZo los je het op: .+\n$`));
});

test("a folder without content is refused", async () => {
  mkdirSync(folder("empty"));
  const result = await run("push", ["--folder", folder("empty"), "--reason", "Proef"]);
  expect(result).toMatchObject({ code: 1, error: expect.stringContaining("NO_CONTENT") });
});
