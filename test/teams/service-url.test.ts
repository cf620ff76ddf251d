import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { isLoopbackServiceUrl, isTrustedServiceUrl } from "../../src/teams/service-url.ts";
import { TeamsChat } from "../support/activities.ts";
import { startTeamsBot } from "../support/teams-bot.ts";

describe("with credentials the bot may send to", () => {
  test.each([
    "https://smba.trafficmanager.net/emea/",
    "https://smba.trafficmanager.net/emea/22222222-bbbb-4bbb-8bbb-222222222222/",
    "https://smba.trafficmanager.net",
    "https://SMBA.trafficmanager.net/teams/",
    "https://europe.webchat.botframework.com/",
    "https://smba.example.nl:8443/",
  ])("%s", (url) => {
    expect(isTrustedServiceUrl(url, ["smba.example.nl:8443"])).toBe(true);
  });
});

describe("with credentials the bot may not send to", () => {
  test.each([
    "",
    "smba.trafficmanager.net",
    "http://smba.trafficmanager.net/emea/",
    "https://evil.trafficmanager.net/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://evilsmba.trafficmanager.net/",
    "https://a.smba.trafficmanager.net/",
    "https://botframework.com/",
    "https://evilbotframework.com/",
    "https://botframework.com.evil.example/",
    "https://smba.trafficmanager.net@evil.example/",
    "https://user:pass@smba.trafficmanager.net/",
    "https://smba.trafficmanager.net:8443/",
    "https://smba.trafficmanager.net./",
    "https://evil.example/https://smba.trafficmanager.net/",
    "https://evil.example\\@smba.trafficmanager.net/",
    "https://smba.trafficmanager.net\\.evil.example/",
    "https://smba.trafficmanager.net/?x=",
    "https://smba.trafficmanager.net/#",
    "https://smba.trafficmanager.net/%2e%2e/",
    "https:/smba.trafficmanager.net/",
    "https://smba.trafficmanager.net/emea/\n",
    " https://smba.trafficmanager.net/",
    "https://ѕmba.trafficmanager.net/",
    "https://127.0.0.1:8443/",
    "https://localhost/",
    "https://169.254.169.254/metadata/identity/",
    "https://smba.example.nl/",
    "file:///etc/passwd",
  ])("%j", (url) => {
    expect(isTrustedServiceUrl(url, ["smba.example.nl:8443"])).toBe(false);
  });
});

test.each([
  ["http://127.0.0.1:5000/_connector", true],
  ["http://localhost:56150/_connector", true],
  ["http://[::1]:5000", true],
  ["http://0.0.0.0:5000/", false],
  ["http://127.0.0.1.example.org/", false],
  ["http://localhost.example.org/", false],
  ["http://192.168.1.2/", false],
  ["http://127.1@example.org/", false],
  ["https://smba.trafficmanager.net/emea/", false],
])("whether %s stays on this machine: %s", (url, expected) => {
  expect(isLoopbackServiceUrl(url)).toBe(expected);
});

describe("with nothing configured", () => {
  let teams: Awaited<ReturnType<typeof startTeamsBot>>;
  let elsewhere: Server;
  let called: string[];
  beforeAll(async () => {
    teams = await startTeamsBot();
    elsewhere = createServer((request, response) => {
      called.push(String(request.url));
      response.end("{}");
    }).listen(0);
    await once(elsewhere, "listening");
  });
  beforeEach(() => {
    called = [];
    teams.connector.reset();
    teams.turns.length = 0;
  });
  afterAll(async () => {
    await teams.connector.close();
    elsewhere.close();
  });
  const port = () => (elsewhere.address() as AddressInfo).port;

  test("an activity that would be answered to another host is refused, and nobody is called", async () => {
    // On this machine 0.0.0.0 reaches the listener, but it is no loopback address.
    const chat = new TeamsChat(`http://0.0.0.0:${port()}`);
    expect(await teams.post(chat.message("hallo"))).toEqual({ status: 403, body: undefined });
    expect(teams.turns).toEqual([]);
    expect(called).toEqual([]);
    expect(teams.security.at(-1)).toMatchObject({ event: "access-refused", code: "SERVICE_URL_REFUSED" });
  });

  test("a redirect is not followed", async () => {
    const location = `http://127.0.0.1:${port()}/stolen`;
    for (const status of [301, 302, 303, 307, 308]) teams.connector.refuse({ status, headers: { location } });
    for (let count = 0; count < 5; count++) await teams.post(teams.chat().message("hallo"));
    expect(teams.connector.calls).toHaveLength(5);
    expect(called).toEqual([]);
  });
});
