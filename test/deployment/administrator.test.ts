import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { CHECKS } from "../../src/tools/doctor/checks.ts";
import { runDoctor } from "../../src/tools/doctor/run-doctor.ts";
import { makePackage } from "../../src/tools/package-teams/make-package.ts";
import { readOptions } from "../../src/tools/package-teams/read-options.ts";
import { lightContent } from "../support/light-content.ts";
import { endAll, runScript, startMain } from "../support/main-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { startSignIn } from "../tools/doctor/fake-sign-in.ts";
import { PRODUCTION } from "../tools/doctor/support.ts";

/** An administrator installs the bot: the package for Teams, the settings, the start, the check afterwards. */
const TEMPLATE = resolve(import.meta.dirname, "../../deployment/teams");
const NEEDED = Object.keys(PRODUCTION).filter((name) => name !== "NODE_ENV");

const data = temporaryFolder();
const content = lightContent();
const env: Record<string, string> = { ...PRODUCTION, DATA_DIR: data.folder, CONTENT_DIR: content.folder };

let signIn: Awaited<ReturnType<typeof startSignIn>>;
beforeAll(async () => {
  signIn = await startSignIn();
  signIn.answers.date = new Date().toUTCString();
});
afterAll(() => {
  endAll();
  signIn.close();
  data.remove();
  content.remove();
});

test("the package for Teams is made for the bot of the settings", () => {
  const { values } = readOptions(["--app-id", PRODUCTION.MicrosoftAppId, "--domain", "bot.voorbeeld.nl"], "1.0.0");
  const manifest = Buffer.from(unzipSync(makePackage(TEMPLATE, values))["manifest.json"] ?? []).toString();
  expect(JSON.parse(manifest).bots[0].botId).toBe(PRODUCTION.MicrosoftAppId);
});

test("with complete settings the bot starts in production, and the doctor finds nothing wrong", async () => {
  const { url, child, exit } = await startMain(env);
  const results = await runDoctor(CHECKS, { env, url, signIn: signIn.url }, () => undefined);
  expect(results.map(({ name, status }) => [name, status])).toEqual(results.map(({ name }) => [name, "ok"]));
  expect(results.length).toBe(CHECKS.length + 1);
  child.kill("SIGTERM");
  expect(await exit).toBe(0);
});

describe.each(NEEDED)("without %s", (name) => {
  const { [name]: _, ...rest } = env;

  test("the bot does not start, and says which one is missing and where to get it", async () => {
    const main = runScript("main.ts", rest);
    expect(await main.exit).toBe(1);
    expect(await main.stderr).toMatch(new RegExp(`^- ${name} ontbreekt: .{30,}`, "m"));
  });

  test("the doctor says the same before the installation", async () => {
    const [settings, ...others] = await runDoctor(CHECKS, { env: rest }, () => undefined);
    expect(settings).toMatchObject({ status: "wrong", text: expect.stringContaining(`- ${name} ontbreekt: `) });
    expect(others).toEqual([]);
  });
});

test("the command prints what it found and ends with 1 when something is wrong", async () => {
  const doctor = runScript("tools/doctor.ts", { PORT: "deur" });
  expect(await doctor.exit).toBe(1);
  expect(await doctor.stdout).toContain("✗ Instellingen");
});

test("the command reads a file with settings", async () => {
  const example = resolve(import.meta.dirname, "../../deployment/server/wijkteam.env.voorbeeld");
  const doctor = runScript("tools/doctor.ts", {}, ["--env", example]);
  expect(await doctor.exit).toBe(1);
  expect(await doctor.stdout).toContain("- MicrosoftAppId ontbreekt");
});
