import { describe, expect, test } from "@jest/globals";
import { clientAddress } from "../../src/http/client-address.ts";
import { post } from "./support/post.ts";
import { RawConnection } from "./support/raw-connection.ts";
import { startServer } from "./support/start-server.ts";

describe("the headers of every answer", () => {
  test.each(["/healthz", "/readyz", "/metrics", "/not-there"])("%s: allow a browser nothing", async (path) => {
    const { url } = await startServer();
    const { headers } = await fetch(url + path);
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  test("demand TLS when people reach the bot over TLS", async () => {
    const { url } = await startServer({ isTls: true });
    for (const path of ["/healthz", "/not-there"]) {
      expect((await fetch(url + path)).headers.get("strict-transport-security")).toMatch(/^max-age=\d{8,}/);
    }
  });

  test("do not name the software or a version, also when Node answers by itself", async () => {
    const { port, url } = await startServer();
    const connection = new RawConnection(port);
    connection.send("NONSENSE");
    const answers = [await connection.untilClosed(), JSON.stringify([...(await fetch(url)).headers])];
    expect(answers.join("\n")).not.toMatch(/restify|node|express|powered|\d+\.\d+\.\d+/i);
  });
});

describe("a caller who asks more than is allowed in a minute", () => {
  test("gets 429 with the time to wait, and is named in the security log once", async () => {
    const taken: unknown[] = [];
    const { url, refused } = await startServer({
      limits: { clientPerMinute: 2 },
      messages: async (req, res) => {
        taken.push(req.body);
        res.send(200);
      },
    });
    const answers = [];
    for (let count = 0; count < 5; count++) answers.push(await post(url, "{}"));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429, 429]);
    expect(taken).toHaveLength(2);
    expect(Number(answers[4]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await answers[4]?.json()).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    expect(refused).toEqual([
      { event: "access-refused", code: "TOO_MANY_REQUESTS", status: 429, address: "127.0.0.1" },
    ]);
  });

  test("does not slow down another caller behind the same proxy", async () => {
    const { url } = await startServer({ proxies: 1, limits: { clientPerMinute: 1 } });
    const ask = async (from: string) =>
      (await fetch(`${url}/healthz`, { headers: { "x-forwarded-for": from } })).status;
    expect([await ask("192.0.2.1"), await ask("192.0.2.2")]).toEqual([200, 200]);
    // The first address is what this caller says of itself, to be counted as somebody else.
    expect([await ask("192.0.2.9, 192.0.2.1"), await ask("192.0.2.8, 192.0.2.1")]).toEqual([429, 429]);
  });

  test("cannot pose as others when there is no proxy", async () => {
    const { url } = await startServer({ limits: { clientPerMinute: 1 } });
    const ask = async (from: string) =>
      (await fetch(`${url}/healthz`, { headers: { "x-forwarded-for": from } })).status;
    expect([await ask("192.0.2.1"), await ask("192.0.2.2")]).toEqual([200, 429]);
  });
});

test.each<[string, number, string | undefined, string | undefined]>([
  ["the connection, without proxies", 0, "192.0.2.1", "127.0.0.1"],
  ["what the proxy saw", 1, "192.0.2.1", "192.0.2.1"],
  ["what the last proxy saw, not what the caller added", 1, "192.0.2.9, 192.0.2.1", "192.0.2.1"],
  ["what the first of two proxies saw", 2, "192.0.2.9, 192.0.2.1, 198.51.100.7", "192.0.2.1"],
  ["without the port that App Service adds", 1, "192.0.2.1:54321", "192.0.2.1"],
  ["of version 6", 1, "2001:db8::1", "2001:db8::1"],
  ["of version 6 with a port", 1, "[2001:db8::1]:443", "2001:db8::1"],
  ["the connection, when the proxy says nothing", 1, undefined, "127.0.0.1"],
  ["the connection, when what it says is no address", 1, "unknown", "127.0.0.1"],
  ["the connection, when there are fewer proxies", 3, "192.0.2.1", "127.0.0.1"],
])("the address of a caller is %s", (_what, proxies, forwarded, expected) => {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  const socket = { remoteAddress: "::ffff:127.0.0.1" };
  expect(clientAddress({ headers, socket } as Parameters<typeof clientAddress>[0], proxies)).toBe(expected);
});

describe("refused is", () => {
  test("a request with more than 16 KiB of headers", async () => {
    const { url } = await startServer();
    const response = await fetch(`${url}/healthz`, { headers: { "x-long": "x".repeat(17 * 1024) } });
    expect(response.status).toBe(431);
  });

  test("one connection more than is allowed", async () => {
    const { port } = await startServer({ limits: { maxConnections: 2 } });
    const held = [new RawConnection(port), new RawConnection(port)];
    for (const connection of held) connection.send("GET /healthz HTTP/1.1", "Host: bot", "");
    for (const connection of held) expect(await connection.answer()).toMatch(/^HTTP\/1.1 200 /);
    expect(await new RawConnection(port).untilClosed()).toBe("");
    for (const connection of held) connection.hangUp();
  });
});
