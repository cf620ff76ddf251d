import { describe, expect, test } from "@jest/globals";
import { post } from "./support/post.ts";
import { RawConnection } from "./support/raw-connection.ts";
import { startServer } from "./support/start-server.ts";

const MARKED = "Fatima";

test("/healthz says that the process lives", async () => {
  const { url } = await startServer({ ready: async () => ({ store: "fails" }) });
  const response = await fetch(`${url}/healthz`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
});

test("a connection stays open for longer than the front ends of Azure keep it, so that nobody asks on one that closes", async () => {
  const { url } = await startServer();
  expect((await fetch(`${url}/healthz`)).headers.get("keep-alive")).toBe("timeout=245");
});

describe("/readyz says", () => {
  test("200 when every part is ready", async () => {
    const { url } = await startServer();
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ parts: { content: "ok", store: "ok" } });
  });

  test("503 and which part it is when one is not", async () => {
    const { url } = await startServer({ ready: async () => ({ content: "ok", store: "fails" }) });
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ parts: { content: "ok", store: "fails" } });
  });

  test("500 without the reason when the check itself fails", async () => {
    const { url } = await startServer({ ready: () => Promise.reject(new Error(MARKED)) });
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain(MARKED);
  });
});

test.each(["/healthz", "/readyz"])("HEAD %s is answered as GET, without the body", async (path) => {
  const { url } = await startServer();
  const [head, get] = await Promise.all([fetch(url + path, { method: "HEAD" }), fetch(url + path)]);
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");
  expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
  expect(head.headers.get("content-length")).toBe(get.headers.get("content-length"));
});

describe("refused is", () => {
  test.each([
    ["GET", "/"],
    ["GET", "/api"],
    ["POST", "/api/messages/x"],
    ["GET", "/%E0%A4%A"],
    ["GET", "//healthz"],
  ])("%s %s, which does not exist", async (method, path) => {
    const { url } = await startServer();
    const response = await fetch(url + path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ code: "NOT_FOUND", message: expect.any(String) });
  });

  test.each([
    ["GET", "/api/messages", "POST"],
    ["PUT", "/api/messages", "POST"],
    ["HEAD", "/api/messages", "POST"],
    ["POST", "/healthz", "GET"],
  ])("%s %s, which takes only %s", async (method, path, allowed) => {
    const { url } = await startServer();
    const response = await fetch(url + path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe(allowed);
    if (method === "HEAD") return;
    expect(await response.json()).toEqual({ code: "WRONG_METHOD", message: expect.any(String) });
  });

  test.each([
    ["a broken Host header", "GET /healthz HTTP/1.1", "Host: ["],
    ["a Host header with a space", "GET /healthz HTTP/1.1", "Host: a b"],
    ["a broken address", "GET http://[ HTTP/1.1", "Host: bot"],
  ])("%s, and the server lives on", async (_what, request, host) => {
    const { port, url } = await startServer();
    const connection = new RawConnection(port);
    connection.send(request, host, "");
    expect(await connection.answer()).toMatch(/^HTTP\/1.1 400 /);
    connection.hangUp();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

test("a request to change to another protocol gets a plain answer", async () => {
  const { port } = await startServer();
  const connection = new RawConnection(port);
  connection.send("GET /healthz HTTP/1.1", "Host: bot", "Connection: Upgrade", "Upgrade: websocket", "");
  expect(await connection.answer()).toMatch(/^HTTP\/1.1 200 /);
  connection.hangUp();
});

test.each(["/healthz", "/not-there"])(
  "the headers of %s do not name the software and forbid guessing",
  async (path) => {
    const { url } = await startServer();
    const { headers } = await fetch(url + path);
    expect(headers.get("server")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
  },
);

describe("the log", () => {
  test("has a line for each request with the pattern of its route", async () => {
    const { url, log } = await startServer();
    await (await post(url, "{}")).text();
    await (await fetch(`${url}/nowhere`)).text();
    expect(log.of("request")).toEqual([
      expect.objectContaining({ level: "info", method: "POST", path: "/api/messages", status: 200 }),
      expect.objectContaining({ level: "info", method: "GET", status: 404 }),
    ]);
    expect(log.of("request")[0].durationMs).toBeGreaterThanOrEqual(0);
  });

  test("passes over health checks, until one fails", async () => {
    let store: "ok" | "fails" = "ok";
    const { url, log } = await startServer({ ready: async () => ({ store }) });
    await (await fetch(`${url}/readyz`)).text();
    store = "fails";
    await (await fetch(`${url}/readyz`)).text();
    expect(log.of("request").map(({ level }) => level)).toEqual(["debug", "info"]);
  });

  test("holds nothing of an address, a header or a body", async () => {
    const { url, log } = await startServer();
    const headers = { authorization: `Bearer ${MARKED}`, "user-agent": MARKED, "x-name": MARKED };
    for (const body of [JSON.stringify({ text: MARKED }), MARKED]) await (await post(url, body, headers)).text();
    await (await post(url, MARKED, { ...headers, "content-type": `text/${MARKED}` })).text();
    await (await fetch(`${url}/${MARKED}?name=${MARKED}`, { headers })).text();
    expect(log.of("request")).toHaveLength(4);
    expect(log.text()).not.toContain(MARKED);
  });
});
