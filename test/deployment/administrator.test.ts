import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { createChecks } from "../../src/tools/doctor/checks.ts";
import { runDoctor } from "../../src/tools/doctor/run-doctor.ts";
import { CosmosServer } from "../stores/support/cosmos-server.ts";
import { TeamsChat } from "../support/activities.ts";
import { APP_ID, SERVICE_URL, TENANT } from "../support/bot-credentials.ts";
import { type Connector, startConnector } from "../support/connector.ts";
import { endAll, runScript, startMain } from "../support/main-process.ts";
import { postActivity } from "../support/running-app.ts";
import { bearer, channelClaims, type Key, makeKey } from "../support/signed-tokens.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { PRODUCTION } from "../tools/doctor/support.ts";
import { withMicrosoft } from "./support/with-microsoft.ts";

/** An administrator installs the bot: the package for Teams, the settings, the start, the check afterwards. */
const NEEDED = [...Object.keys(PRODUCTION).filter((name) => name !== "NODE_ENV"), "COSMOS_ENDPOINT"];
const LEAD = "44444444-dddd-4ddd-8ddd-444444444444";
/** What the admin centre of Teams gave the app. */
const TEAMS_APP = "66666666-ffff-4fff-8fff-666666666666";
const CHECKS = createChecks(async () => []);

const data = temporaryFolder();
let cosmos: CosmosServer;
let connector: Connector;
let keys: { channel: Key; entra: Key };
let env: Record<string, string>;
/** What only a test gives the processes. */
let fakes: Record<string, string>;

beforeAll(async () => {
  [cosmos, connector] = await Promise.all([CosmosServer.start(), startConnector()]);
  keys = { channel: await makeKey("channel-key"), entra: await makeKey("entra-key") };
  const { endpoint, key, database } = cosmos.settings();
  env = {
    ...PRODUCTION,
    DATA_DIR: data.folder,
    COSMOS_ENDPOINT: endpoint,
    COSMOS_KEY: key,
    COSMOS_DATABASE: database,
    TEAM_LEAD_IDS: LEAD,
    TEAMS_APP_ID: TEAMS_APP,
  };
  fakes = {
    // The certificate of the server on loopback is known to nobody.
    NODE_TLS_REJECT_UNAUTHORIZED: "0",
    ...withMicrosoft({ channel: keys.channel.published, entra: keys.entra.published, connector: connector.url }),
  };
});
afterAll(async () => {
  endAll();
  await Promise.all([connector.close(), cosmos.stop()]);
  data.remove();
});

test("the package for Teams is made and checked for the bot of the settings", async () => {
  const file = join(data.folder, "wijkteam.zip");
  const args = ["--app-id", APP_ID, "--domain", "bot.voorbeeld.nl", "--out", file];
  expect(await runScript("tools/package-teams.ts", {}, args).exit).toBe(0);
  const manifest = Buffer.from(unzipSync(readFileSync(file))["manifest.json"] ?? []).toString();
  expect(JSON.parse(manifest).bots[0].botId).toBe(APP_ID);
});

describe("with complete settings the bot starts in production, and", () => {
  let main: Awaited<ReturnType<typeof startMain>>;
  beforeAll(async () => {
    main = await startMain({ ...env, ...fakes });
  });

  const chat = new TeamsChat(SERVICE_URL, "personal", TENANT);
  const getTrends = (headers: Record<string, string>) => fetch(`${main.url}/trends`, { headers });
  const signIn = (oid: string) => {
    const iss = `https://login.microsoftonline.com/${TENANT}/v2.0`;
    return bearer(keys.entra, channelClaims({ iss, tid: TENANT, oid, scp: "access_as_user" }));
  };

  test("the doctor finds nothing wrong", async () => {
    const doctor = runScript("tools/doctor.ts", { ...env, ...fakes }, ["--url", main.url]);
    const lines = (await doctor.stdout).split("\n").filter((line) => line !== "");
    const names = ["Instellingen", ...CHECKS.map(({ name }) => name)];
    expect(lines.slice(0, -1).map((line) => line.split(":")[0])).toEqual(names.map((name) => `✓ ${name}`));
    expect(await doctor.exit).toBe(0);
  });

  test("an activity that Microsoft signed is answered with a card", async () => {
    const answer = await postActivity(main.url, chat.message("menu"), { authorization: await bearer(keys.channel) });
    expect(answer.status).toBe(200);
    expect(connector.calls).toHaveLength(1);
    expect(connector.calls[0]?.activity.attachments[0].content.type).toBe("AdaptiveCard");
  });

  test("one that nobody signed, or someone else, is not", async () => {
    connector.reset();
    const forged = await bearer(await makeKey("channel-key"));
    for (const headers of [{}, { authorization: forged }]) {
      expect((await postActivity(main.url, chat.message("menu"), headers)).status).toBe(401);
    }
    expect(connector.calls).toEqual([]);
  });

  test("the trends are for team leads who signed in", async () => {
    expect((await getTrends({})).status).toBe(401);
    expect((await getTrends({ authorization: await signIn(APP_ID) })).status).toBe(403);
    expect((await getTrends({ authorization: await signIn(LEAD) })).status).toBe(200);
  });

  test("the trends in the chat link to the tab of the app as Teams knows it", async () => {
    connector.reset();
    const asked = { ...chat.message("trends"), from: { ...chat.from, aadObjectId: LEAD } };
    await postActivity(main.url, asked, { authorization: await bearer(keys.channel) });
    const links = JSON.stringify(connector.calls).match(/https:\/\/teams\.microsoft\.com\/l\/entity\/[^"]+/g);
    expect(links).toEqual([
      `https://teams.microsoft.com/l/entity/${TEAMS_APP}/trends?context=${encodeURIComponent('{"subEntityId":"periode=12"}')}`,
    ]);
  });

  test("it stops when it is asked to", async () => {
    main.child.kill("SIGTERM");
    expect(await main.exit).toBe(0);
  });
});

describe.each(NEEDED)("without %s", (name) => {
  const without = () => Object.fromEntries(Object.entries(env).filter(([other]) => other !== name));

  test("the bot does not start, and says which one is missing and where to get it", async () => {
    const main = runScript("main.ts", without());
    expect(await main.exit).toBe(1);
    expect(await main.stderr).toMatch(new RegExp(`^- ${name} ontbreekt: .{30,}`, "m"));
  });

  test("the doctor says the same before the installation", async () => {
    const [settings, ...others] = await runDoctor(CHECKS, { env: without() }, () => undefined);
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
