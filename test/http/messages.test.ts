import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { type Body, post } from "./support/post.ts";
import { RawConnection } from "./support/raw-connection.ts";
import { startServer } from "./support/start-server.ts";

const MAX_BYTES = 256 * 1024;
const HEAD = ["POST /api/messages HTTP/1.1", "Host: bot", "Content-Type: application/json"];

/** A JSON object of exactly this many bytes. */
function objectOf(bytes: number): string {
  return JSON.stringify({ text: "x".repeat(bytes - JSON.stringify({ text: "" }).length) });
}

function inChunks(text: string): ReadableStream<Uint8Array> {
  return new Blob([text]).stream();
}

/** An object with this many objects within each other, itself included. */
function nested(depth: number): string {
  return `${'{"a":'.repeat(depth - 1)}{}${"}".repeat(depth - 1)}`;
}

async function expectError(response: Response, status: number, code: string): Promise<void> {
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toEqual({ code, message: expect.any(String) });
}

describe("a message is taken when it is", () => {
  test.each([
    ["a JSON object", "application/json"],
    ["JSON with a charset", "application/json; charset=utf-8"],
    ["JSON in capitals", "Application/JSON"],
  ])("%s", async (_what, type) => {
    const { url } = await startServer();
    const response = await post(url, '{"type":"message","text":"é €"}', { "content-type": type });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ type: "message", text: "é €" });
  });

  test("as large as is allowed", async () => {
    const { url } = await startServer();
    expect((await post(url, objectOf(MAX_BYTES))).status).toBe(200);
    expect((await post(url, inChunks(objectOf(MAX_BYTES)))).status).toBe(200);
  });

  test("sent in slow pieces, within the time", async () => {
    const { port } = await startServer();
    const connection = new RawConnection(port);
    connection.send(...HEAD, "Content-Length: 9", "");
    for (const piece of ['{"a"', ':"', 'b"}']) {
      await setTimeout(20);
      connection.write(piece);
    }
    expect(await connection.answer()).toMatch(/^HTTP\/1.1 200 /);
    connection.hangUp();
  });

  test("nested as deep as is allowed", async () => {
    const { url } = await startServer();
    expect((await post(url, nested(64))).status).toBe(200);
  });
});

describe("a message is refused, and not handed on, when it is", () => {
  test.each<[string, Body, Record<string, string>, number, string]>([
    ["damaged JSON", '{"type":', {}, 400, "MALFORMED_JSON"],
    ["empty", "", {}, 400, "MALFORMED_JSON"],
    ["not in UTF-8", Uint8Array.of(123, 34, 255, 34, 58, 49, 125), {}, 400, "MALFORMED_JSON"],
    ["null", "null", {}, 400, "NOT_AN_OBJECT"],
    ["a list", "[{}]", {}, 400, "NOT_AN_OBJECT"],
    ["a text", '"type"', {}, 400, "NOT_AN_OBJECT"],
    ["nested too deep", nested(65), {}, 400, "TOO_DEEP"],
    ["nested as deep as fits", `{"a":${"[".repeat(120_000)}${"]".repeat(120_000)}}`, {}, 400, "TOO_DEEP"],
    ["a change of prototype", '{"__proto__":{"type":"message"}}', {}, 400, "FORBIDDEN_KEY"],
    ["a hidden change of prototype", '{"a":[{"__proto__":null}]}', {}, 400, "FORBIDDEN_KEY"],
    ["one byte too large", objectOf(MAX_BYTES + 1), {}, 413, "BODY_TOO_LARGE"],
    ["far too large", objectOf(40 * MAX_BYTES), {}, 413, "BODY_TOO_LARGE"],
    ["plain text", "{}", { "content-type": "text/plain" }, 415, "NOT_JSON"],
    [
      "a form",
      new URLSearchParams({ type: "message" }),
      { "content-type": "application/x-www-form-urlencoded" },
      415,
      "NOT_JSON",
    ],
    ["zipped", gzipSync("{}"), { "content-encoding": "gzip" }, 415, "NOT_JSON"],
  ])("%s", async (_what, body, headers, status, code) => {
    const taken: unknown[] = [];
    const { url } = await startServer({ messages: async (req) => void taken.push(req.body) });
    await expectError(await post(url, body, headers), status, code);
    expect(taken).toEqual([]);
  });

  test("without a content type", async () => {
    const { port } = await startServer();
    const connection = new RawConnection(port);
    connection.send("POST /api/messages HTTP/1.1", "Host: bot", "Content-Length: 2", "", "{}");
    expect(await connection.answer()).toMatch(/^HTTP\/1.1 415 /);
    connection.hangUp();
  });

  test("too large in chunks, of no known length", async () => {
    const { url } = await startServer();
    await expectError(await post(url, inChunks(objectOf(MAX_BYTES + 1))), 413, "BODY_TOO_LARGE");
  });
});

describe("the server hangs up and reads no further when a message", () => {
  test("is said to be too large", async () => {
    const { port } = await startServer();
    const connection = new RawConnection(port);
    connection.send(...HEAD, `Content-Length: ${MAX_BYTES + 1}`, "", "{");
    expect(await connection.untilClosed()).toMatch(/^HTTP\/1.1 413 /);
  });

  test("turns out to be too large and has no end", async () => {
    const { port } = await startServer();
    const connection = new RawConnection(port);
    const chunk = "x".repeat(1024);
    connection.send(...HEAD, "Transfer-Encoding: chunked", "");
    for (let sent = 0; sent <= MAX_BYTES; sent += chunk.length) connection.send(chunk.length.toString(16), chunk);
    expect(await connection.untilClosed()).toMatch(/^HTTP\/1.1 413 /);
  });

  test("does not come in on time", async () => {
    const { port } = await startServer({ limits: { bodyTimeoutMs: 50 } });
    const connection = new RawConnection(port);
    connection.send(...HEAD, "Content-Length: 10", "", "{");
    expect(await connection.untilClosed()).toMatch(/^HTTP\/1.1 408 /);
  });

  test("is of a wrong kind and has not been read", async () => {
    const { port } = await startServer();
    const connection = new RawConnection(port);
    connection.send(
      "POST /api/messages HTTP/1.1",
      "Host: bot",
      "Content-Type: text/plain",
      "Content-Length: 99",
      "",
      "",
    );
    expect(await connection.untilClosed()).toMatch(/^HTTP\/1.1 415 /);
  });
});

test("a caller that breaks off does no harm", async () => {
  const { port, url, log } = await startServer();
  const connection = new RawConnection(port);
  connection.send(...HEAD, "Content-Length: 10", "", "{");
  await setTimeout(50);
  connection.hangUp();
  await setTimeout(50);
  expect((await post(url, "{}")).status).toBe(200);
  expect(log.of("request-failed")).toEqual([]);
});

test("a bot that fails gives 500 with a reference that is also in the log, and not the reason", async () => {
  const { url, log } = await startServer({
    messages: async () => {
      throw new TypeError("Fatima");
    },
  });
  const response = await post(url, "{}");
  expect(response.status).toBe(500);
  const body = await response.text();
  const [failure] = log.of("request-failed");
  expect(failure).toMatchObject({ reference: expect.stringMatching(/^\w{8}$/), error: { name: "TypeError" } });
  expect(body).toContain(failure.reference);
  expect(body + log.text()).not.toContain("Fatima");
  expect(body).not.toContain(".ts:");
});

test("a bot that fails after its answer is logged, and its answer stands", async () => {
  const { url, log } = await startServer({
    messages: async (_req, res) => {
      res.send(201, {});
      throw new Error("late");
    },
  });
  expect((await post(url, "{}")).status).toBe(201);
  expect(log.of("request-failed")).toHaveLength(1);
});
