import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { TeamsChat, type WireActivity } from "../support/activities.ts";
import { APP_ID, CREDENTIALS, OTHER_TENANT, SERVICE_URL, TENANT } from "../support/bot-credentials.ts";
import { startConnector } from "../support/connector.ts";
import { emulatorClaims, signedWithPublicKey, skillClaims, swapClaims, unsigned } from "../support/forged-tokens.ts";
import { fakeMicrosoft } from "../support/microsoft.ts";
import { startApp } from "../support/running-app.ts";
import { bearer, channelClaims, type Key } from "../support/signed-tokens.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const HOUR = 3600;
const now = () => Math.floor(Date.now() / 1000);
const data = temporaryFolder();

let microsoft: Awaited<ReturnType<typeof fakeMicrosoft>>;
let app: Awaited<ReturnType<typeof startApp>>;
let keys: { channel: Key; entra: Key; own: Key };
let chat: TeamsChat;

beforeAll(async () => {
  microsoft = await fakeMicrosoft();
  keys = microsoft.keys;
  app = await startApp({ dataDir: data.folder, bot: CREDENTIALS, production: true });
});
beforeEach(() => {
  // botbuilder prints what it thinks of a token.
  jest.spyOn(console, "error").mockImplementation(() => {});
  chat = new TeamsChat(SERVICE_URL, "personal", TENANT);
  microsoft.sent.length = 0;
});
afterAll(async () => {
  microsoft.close();
  await app.close();
  data.remove();
});

function conversationsInStore(): unknown {
  const database = new DatabaseSync(join(data.folder, "wijkteam.sqlite"), { readOnly: true });
  const row = database.prepare("SELECT count(*) AS count FROM state").get();
  database.close();
  return row?.count;
}

function securityLines(): Record<string, unknown>[] {
  return readdirSync(data.folder)
    .filter((name) => name.startsWith("security-"))
    .flatMap((name) => readFileSync(join(data.folder, name), "utf8").trimEnd().split("\n"))
    .map((line) => JSON.parse(line));
}

/** Posts the start of a walk; nothing may come of it but this status, and a line in the security log. */
async function expectRefused(status: number, code: string, authorization: string | undefined, activity: WireActivity) {
  const turns = app.log.of("turn").length;
  const stored = conversationsInStore();
  const answer = await app.post(activity, authorization === undefined ? {} : { authorization });
  expect({ status: answer.status, body: answer.body }).toEqual({ status, body: undefined });
  expect(app.log.of("turn")).toHaveLength(turns);
  expect(conversationsInStore()).toBe(stored);
  expect(microsoft.sent).toEqual([]);
  expect(microsoft.strayed).toEqual([]);
  const line = securityLines().at(-1);
  expect(line).toMatchObject({ event: "access-refused", what: "/api/messages", address: "127.0.0.1", status, code });
  return line;
}

const channel = (changes: object): Promise<string> => bearer(keys.channel, { ...channelClaims(), ...changes });
const start = (): WireActivity => chat.execute("start", { flow: "top3" });

describe("an activity is refused with 401, and no turn runs, with", () => {
  test.each<[string, string, () => string | undefined | Promise<string>]>([
    ["no token", "NO_TOKEN", () => undefined],
    ["an empty token", "NO_TOKEN", () => "Bearer "],
    ["garbage", "TOKEN_REFUSED", () => "Bearer abc"],
    ["garbage in the shape of a token", "TOKEN_REFUSED", () => "Bearer aaaa.bbbb.cccc"],
    ["another scheme", "TOKEN_REFUSED", async () => (await bearer(keys.channel)).replace("Bearer", "Basic")],
    ["more after the token", "TOKEN_REFUSED", async () => `${await bearer(keys.channel)} x`],
    ["alg none", "TOKEN_REFUSED", () => unsigned({ alg: "none" })],
    ["alg none under a known key", "TOKEN_REFUSED", () => unsigned({ alg: "none", kid: "channel-key" })],
    ["HS256 signed with the public key", "TOKEN_REFUSED", () => signedWithPublicKey(keys.channel, "spki")],
    ["HS256 signed with the public key as PKCS#1", "TOKEN_REFUSED", () => signedWithPublicKey(keys.channel, "pkcs1")],
    ["a signature of another key", "TOKEN_REFUSED", () => bearer(keys.own)],
    ["a signature of other claims", "TOKEN_REFUSED", async () => swapClaims(await bearer(keys.channel))],
    ["no signature", "TOKEN_REFUSED", async () => (await bearer(keys.channel)).replace(/[^.]+$/, "")],
    ["an unknown key id", "TOKEN_REFUSED", () => bearer({ ...keys.own, kid: "unknown" })],
    ["another issuer", "NOT_FROM_CHANNEL", () => channel({ iss: "https://example.org" })],
    ["the issuer of another cloud", "NOT_FROM_CHANNEL", () => channel({ iss: "https://api.botframework.us" })],
    ["no issuer", "NOT_FROM_CHANNEL", () => channel({ iss: undefined })],
    ["another audience", "TOKEN_REFUSED", () => channel({ aud: "99999999-aaaa-4aaa-8aaa-111111111111" })],
    ["no audience", "TOKEN_REFUSED", () => channel({ aud: undefined })],
    ["a list of audiences", "TOKEN_REFUSED", () => channel({ aud: ["x", APP_ID] })],
    ["a token that has expired", "TOKEN_REFUSED", () => channel({ nbf: now() - 2 * HOUR, exp: now() - HOUR })],
    ["a token that is not valid yet", "TOKEN_REFUSED", () => channel({ nbf: now() + HOUR, exp: now() + 2 * HOUR })],
    ["another service URL", "TOKEN_REFUSED", () => channel({ serviceurl: "https://smba.trafficmanager.net/amer/" })],
    ["no service URL in the token", "TOKEN_REFUSED", () => channel({ serviceurl: undefined })],
    ["a token of the emulator", "NOT_FROM_CHANNEL", () => bearer(keys.entra, emulatorClaims(TENANT, "1.0"))],
    ["a newer token of the emulator", "NOT_FROM_CHANNEL", () => bearer(keys.entra, emulatorClaims(TENANT, "2.0"))],
    ["one of the emulator of another tenant", "NOT_FROM_CHANNEL", () => bearer(keys.entra, emulatorClaims("x", "1.0"))],
    ["the token of another bot", "NOT_FROM_CHANNEL", () => bearer(keys.entra, skillClaims())],
    ["a key of Entra ID under the channel's name", "TOKEN_REFUSED", () => bearer(keys.entra)],
  ])("%s", async (_what, code, authorization) => {
    const line = await expectRefused(401, code, await authorization(), start());
    expect(line).not.toHaveProperty("who");
  });

  test.each(["emulator", "AseChannel", "webchat", "directline", "", undefined])(
    "the right token for the channel %j",
    async (channelId) => {
      await expectRefused(401, "NOT_FROM_TEAMS", await bearer(keys.channel), { ...start(), channelId });
    },
  );
});

describe("an activity that Microsoft signed is refused with 403, and no turn runs, when it", () => {
  const elsewhere = (): TeamsChat => new TeamsChat(SERVICE_URL, "personal", OTHER_TENANT);

  test("comes from another tenant", async () => {
    chat = elsewhere();
    const line = await expectRefused(403, "TENANT_REFUSED", await bearer(keys.channel), start());
    expect(line).toMatchObject({ who: chat.from.aadObjectId, tenant: OTHER_TENANT });
  });

  test.each<[string, (activity: WireActivity) => object]>([
    [
      "the conversation",
      ({ conversation }) => ({ conversation: { ...(conversation as object), tenantId: OTHER_TENANT } }),
    ],
    ["the channel data", () => ({ channelData: { tenant: { id: OTHER_TENANT } } })],
    ["the channel data, as something else", () => ({ channelData: { tenant: { id: [TENANT, OTHER_TENANT] } } })],
  ])("names another tenant only in %s", async (_where, change) => {
    const activity = start();
    const changed = { ...activity, ...change(activity) };
    await expectRefused(403, "TENANT_REFUSED", await bearer(keys.channel), changed);
  });

  test("names no tenant", async () => {
    const conversation = { id: chat.conversationId, conversationType: "personal" };
    const activity = { ...start(), conversation, channelData: undefined };
    await expectRefused(403, "TENANT_REFUSED", await bearer(keys.channel), activity);
  });

  test.each(["typing", "event", "messageReaction"])("is of type %s and comes from another tenant", async (type) => {
    await expectRefused(403, "TENANT_REFUSED", await bearer(keys.channel), elsewhere().activity({ type }));
  });

  test("would be answered to another host, and that host is not called", async () => {
    const connector = await startConnector();
    for (const serviceUrl of [
      connector.url,
      "https://evil.trafficmanager.net/",
      "https://login.microsoftonline.com/",
    ]) {
      const authorization = await channel({ serviceurl: serviceUrl });
      await expectRefused(403, "SERVICE_URL_REFUSED", authorization, { ...chat.message("menu"), serviceUrl });
    }
    expect(connector.calls).toEqual([]);
    await connector.close();
  });

  test("has no service URL, which botbuilder then does not compare", async () => {
    const activity = { ...chat.activity({ type: "event" }), serviceUrl: undefined };
    await expectRefused(403, "SERVICE_URL_REFUSED", await bearer(keys.channel), activity);
  });
});

test("the tenant of an unverified token is not added to what botbuilder trusts", async () => {
  await expectRefused(401, "NOT_FROM_CHANNEL", await bearer(keys.own, emulatorClaims(OTHER_TENANT, "1.0")), start());
  const { ToBotFromBotOrEmulatorTokenValidationParameters: trusted } = await import(
    "botframework-connector/lib/auth/tokenValidationParameters.js"
  );
  expect(String(trusted.issuer)).not.toContain(OTHER_TENANT);
});

test("forged tokens do not make the bot read the published keys again", async () => {
  await app.post(start(), { authorization: await bearer(keys.channel) });
  for (const kid of ["unknown-1", "unknown-2", "unknown-3"]) {
    await expectRefused(401, "TOKEN_REFUSED", await bearer({ ...keys.own, kid }), start());
  }
  expect(microsoft.reads.channelKeys).toBe(1);
});

describe("an activity with the right token", () => {
  test("is accepted, and answered with the token of the bot", async () => {
    const turns = app.log.of("turn").length;
    const answer = await app.post(chat.message("menu"), { authorization: await bearer(keys.channel) });
    expect(answer.status).toBe(200);
    expect(microsoft.sent).toHaveLength(1);
    expect(microsoft.sent[0]?.authorization).toBe("Bearer token-of-the-bot");
    expect(microsoft.sent[0]?.activity.attachments[0].content.type).toBe("AdaptiveCard");
    expect(app.log.of("turn")).toHaveLength(turns + 1);
  });

  test("that is a click gets its card, and its walk is stored", async () => {
    const before = Number(conversationsInStore());
    const answer = await app.post(start(), { authorization: await bearer(keys.channel) });
    expect(answer).toMatchObject({ status: 200, body: { type: "application/vnd.microsoft.card.adaptive" } });
    expect(conversationsInStore()).toBe(before + 1);
  });

  test("may name its tenant in capitals, or in one place", async () => {
    const authorization = await bearer(keys.channel);
    const capitals = new TeamsChat(SERVICE_URL, "personal", TENANT.toUpperCase());
    const inOnePlace = { ...start(), channelData: {} };
    for (const activity of [capitals.execute("start", { flow: "top3" }), inOnePlace]) {
      expect((await app.post(activity, { authorization })).status).toBe(200);
    }
  });
});

test("a conversation that never stops is slowed down with a line that names 112, and a new one is not", async () => {
  const authorization = await bearer(keys.channel);
  const turns = app.log.of("turn").length;
  const answers = [];
  for (let count = 0; count < 121; count++) answers.push(await app.post(chat.execute("resume"), { authorization }));
  expect(app.log.of("turn")).toHaveLength(turns + 120);
  expect(answers.at(-1)).toMatchObject({ status: 200, body: { type: "application/vnd.microsoft.activity.message" } });
  expect(answers.at(-1)?.body.value).toContain("112");
  chat = new TeamsChat(SERVICE_URL, "personal", TENANT);
  expect((await app.post(start(), { authorization })).body.type).toBe("application/vnd.microsoft.card.adaptive");
});

test("what happened is in the metrics, and people are told to use TLS", async () => {
  await app.post(chat.message("menu"));
  await app.post(start(), { authorization: await bearer(keys.channel) });
  const response = await fetch(`${app.url}/metrics`);
  const text = await response.text();
  expect(text).toContain(`wijkteam_turn_duration_seconds_count ${app.log.of("turn").length}\n`);
  expect(text).toMatch(/^wijkteam_errors_total\{event="activity-refused",code="NO_TOKEN"\} \d+$/m);
  expect(text).toMatch(/^wijkteam_content_info\{version="\w+"\} 1$/m);
  for (const id of [chat.from.id, chat.from.aadObjectId, chat.conversationId, TENANT]) expect(text).not.toContain(id);
  expect(response.headers.get("strict-transport-security")).toMatch(/^max-age=/);
});

test("neither log holds a token, or the names and ids of people who were let in", async () => {
  const authorization = await bearer(keys.channel);
  await app.post(chat.message("hallo"), { authorization });
  await app.post(chat.message("hallo"), { authorization: `${authorization}x` });
  const both = app.log.text() + JSON.stringify(securityLines());
  const [header, claims, signature] = authorization.slice("Bearer ".length).split(".") as [string, string, string];
  const secrets = [header, claims, signature, chat.from.id, chat.from.aadObjectId, chat.from.name, chat.conversationId];
  for (const secret of [...secrets, "token-of-the-bot", CREDENTIALS.appPassword]) expect(both).not.toContain(secret);
});
