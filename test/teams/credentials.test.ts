import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { BotCredentials } from "../../src/config.ts";
import { TeamsChat } from "../support/activities.ts";
import { APP_ID, CREDENTIALS, OTHER_TENANT, SERVICE_URL, TENANT } from "../support/bot-credentials.ts";
import { fakeMicrosoft } from "../support/microsoft.ts";
import { bearer, channelClaims } from "../support/signed-tokens.ts";
import { startTeamsBot } from "../support/teams-bot.ts";

const MANAGED_IDENTITY: BotCredentials = {
  appId: APP_ID,
  appType: "UserAssignedMSI",
  tenantId: TENANT,
  tenants: [TENANT],
  serviceHosts: [],
};

let microsoft: Awaited<ReturnType<typeof fakeMicrosoft>>;
beforeAll(async () => {
  microsoft = await fakeMicrosoft();
});
afterAll(() => microsoft.close());

/** The answer to a click in a chat of this tenant, for a bot with these credentials. */
async function click(credentials: BotCredentials, tenant: string, changes: { aud?: string; serviceurl?: string } = {}) {
  const teams = await startTeamsBot(undefined, { credentials });
  const chat = new TeamsChat(changes.serviceurl ?? SERVICE_URL, "personal", tenant);
  const authorization = await bearer(microsoft.keys.channel, channelClaims(changes));
  const { status } = await teams.post(chat.execute("resume"), { authorization });
  await teams.connector.close();
  return { status, turns: teams.turns.length };
}

describe("a bot with a managed identity", () => {
  test("serves its own tenant", async () => {
    expect(await click(MANAGED_IDENTITY, TENANT)).toEqual({ status: 200, turns: 1 });
  });

  test("serves no other tenant, and takes no token for another bot", async () => {
    expect(await click(MANAGED_IDENTITY, OTHER_TENANT)).toEqual({ status: 403, turns: 0 });
    expect(await click(MANAGED_IDENTITY, TENANT, { aud: OTHER_TENANT })).toEqual({ status: 401, turns: 0 });
  });

  test("refuses whoever sends no token", async () => {
    const teams = await startTeamsBot(undefined, { credentials: MANAGED_IDENTITY });
    const chat = new TeamsChat(SERVICE_URL, "personal", TENANT);
    expect(await teams.post(chat.execute("resume"))).toMatchObject({ status: 401 });
    expect(teams.turns).toEqual([]);
    await teams.connector.close();
  });
});

describe("a setting opens", () => {
  test("another tenant", async () => {
    expect(await click({ ...CREDENTIALS, tenants: [TENANT, OTHER_TENANT] }, OTHER_TENANT)).toEqual({
      status: 200,
      turns: 1,
    });
  });

  test("the host of another cloud, and only that host", async () => {
    const credentials = { ...CREDENTIALS, serviceHosts: ["teams.example.org"] };
    const to = (serviceurl: string) => click(credentials, TENANT, { serviceurl });
    expect(await to("https://teams.example.org/")).toEqual({ status: 200, turns: 1 });
    expect(await to("https://www.teams.example.org/")).toEqual({ status: 403, turns: 0 });
  });
});
