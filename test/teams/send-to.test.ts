import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { BotCredentials } from "../../src/config.ts";
import type { Content } from "../../src/content/content.ts";
import { createTeamsBot } from "../../src/teams/teams-bot.ts";
import { CREDENTIALS } from "../support/bot-credentials.ts";
import { type Connector, startConnector } from "../support/connector.ts";
import { createTestLog } from "../support/log-lines.ts";

const VIEW = { card: "message", title: "Trends", text: "" } as const;
const CHAT = "a:chat-1";

let connector: Connector;
beforeAll(async () => {
  connector = await startConnector();
});
beforeEach(() => connector.reset());
afterAll(() => connector.close());

function botWith(credentials?: BotCredentials) {
  return createTeamsBot({
    credentials,
    assistant: () => ({
      content: {} as Content,
      render: (view) => ({ type: "AdaptiveCard", view }),
      dangerIn: () => undefined,
      forget: async () => {},
      takeTurn: async () => [],
    }),
    keyOf: (id) => id,
    security: { record: () => {} },
    log: createTestLog().log,
  });
}

test("a card that nobody asked for just now is a new message in its chat, and a reply to nothing", async () => {
  await botWith().sendTo({ serviceUrl: connector.url, conversation: CHAT }, VIEW);
  const [call, ...more] = connector.calls;
  expect([call?.method, call?.path, more]).toEqual(["POST", "/v3/conversations/a%3Achat-1/activities", []]);
  expect(call?.activity.replyToId).toBeUndefined();
  expect(call?.activity.attachments[0].content.view).toEqual(VIEW);
});

test("it waits and tries again when Teams is busy, and says so when Teams does not take it", async () => {
  connector.refuse({ status: 429, headers: { "retry-after": "0" } });
  await botWith().sendTo({ serviceUrl: connector.url, conversation: CHAT }, VIEW);
  expect(connector.calls).toHaveLength(2);
  connector.refuse({ status: 403 });
  await expect(botWith().sendTo({ serviceUrl: connector.url, conversation: CHAT }, VIEW)).rejects.toThrow();
});

test.each([
  ["of others", undefined, "https://teams.example.org/"],
  ["of this machine, when Teams is configured", CREDENTIALS, "http://127.0.0.1:3978/"],
  ["that looks like one of Microsoft", CREDENTIALS, "https://smba.trafficmanager.net.example.org/"],
])("it goes to no address %s", async (_which, credentials, serviceUrl) => {
  await expect(botWith(credentials).sendTo({ serviceUrl, conversation: CHAT }, VIEW)).rejects.toMatchObject({
    code: "SERVICE_URL_REFUSED",
  });
});
