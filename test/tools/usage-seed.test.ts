import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { openDatabase } from "../../src/stores/sqlite/open-database.ts";
import { createSqliteUsageStore } from "../../src/stores/sqlite/usage-store.ts";
import { runScript } from "../support/main-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SMALL = ["--uses", "200", "--weeks", "10", "--regions", "6"];
const data = temporaryFolder();
afterAll(data.remove);

async function seed(args: string[], env: Record<string, string> = {}) {
  const { exit, stdout, stderr } = runScript("tools/usage-seed.ts", env, args);
  return { code: await exit, out: await stdout, error: await stderr };
}

test("a folder is filled once, says so, and is told from one with real use", async () => {
  const args = [...SMALL, "--data-dir", data.folder];
  const first = await seed(args);
  expect(first).toMatchObject({ code: 0, error: "" });
  expect(first.out).toContain("VERZONNEN");
  expect(await seed(args)).toMatchObject({ code: 1, error: expect.stringMatching(/^STORE_HAS_USAGE: /) });
  const db = openDatabase(join(data.folder, "wijkteam.sqlite"));
  const usage = createSqliteUsageStore(db);
  const started = (await usage.read({ from: "2000-W01", to: "2099-W53" })).filter(
    ({ metric }) => metric === "walk-started",
  );
  expect(started.reduce((sum, { n }) => sum + n, 0)).toBe(200);
  expect(await usage.isDemoData()).toBe(true);
  db.close();
});

test.each([
  ["an option that does not exist", ["--weken", "3"], {}, "OPTIONS_INVALID"],
  ["a number that is none", ["--uses", "veel"], {}, "OPTIONS_INVALID"],
  ["a machine with Cosmos DB", SMALL, { COSMOS_ENDPOINT: "https://bot.documents.azure.com/" }, "SEED_NOT_HERE"],
])("%s is refused, with how to mend it", async (_what, args, env, code) => {
  const result = await seed([...args, "--data-dir", data.folder], env);
  expect(result.code).toBe(1);
  expect(result.error).toMatch(new RegExp(`^${code}: .+\nZo los je het op: .+\n$`));
});
