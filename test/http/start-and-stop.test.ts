import { once } from "node:events";
import { createServer as createNodeServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { createServer } from "../../src/http/create-server.ts";
import { createTestLog } from "../support/log-lines.ts";
import { post } from "./support/post.ts";
import { RawConnection } from "./support/raw-connection.ts";
import { startServer } from "./support/start-server.ts";

/** A turn that ends when the test says so. */
function makeTurn() {
  const started = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  let ended = false;
  return {
    started: started.promise,
    end: () => end.resolve(),
    hasEnded: () => ended,
    messages: async (_req: unknown, res: { send(status: number, body: unknown): unknown }) => {
      started.resolve();
      await end.promise;
      ended = true;
      res.send(200, { done: true });
    },
  };
}

function unstartedServer() {
  const { log } = createTestLog();
  return createServer({ log, messages: async () => {}, ready: async () => ({}), security: { record: () => {} } });
}

test("a server says where it listens", async () => {
  const { server, url } = await startServer();
  const other = unstartedServer();
  const { host, port } = await other.listen(0, "127.0.0.1");
  expect(host).toBe("127.0.0.1");
  expect(url).not.toContain(String(port));
  expect((await fetch(`http://${host}:${port}/healthz`)).status).toBe(200);
  expect(await other.close()).toBe(true);
  expect(await server.close()).toBe(true);
});

test("a port that is in use is refused with its number and a fix", async () => {
  const taken = createNodeServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  await expect(unstartedServer().listen(port, "127.0.0.1")).rejects.toMatchObject({
    code: "PORT_IN_USE",
    message: expect.stringContaining(String(port)),
    fix: expect.stringContaining("PORT"),
  });
  taken.close();
});

test("an address of another machine is refused with its name and a fix", async () => {
  await expect(unstartedServer().listen(0, "192.0.2.1")).rejects.toMatchObject({
    code: "LISTEN_FAILED",
    message: expect.stringContaining("192.0.2.1"),
    fix: expect.stringContaining("HOST"),
  });
});

describe("a stop", () => {
  test("lets a running turn end, takes nothing new, and does not wait for open connections", async () => {
    const turn = makeTurn();
    const { server, url, port } = await startServer({ messages: turn.messages });
    const idle = new RawConnection(port);
    const answer = post(url, "{}");
    await turn.started;
    const stopped = server.close();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    turn.end();
    expect(await (await answer).json()).toEqual({ done: true });
    expect(await stopped).toBe(true);
    await idle.untilClosed();
  });

  test("hangs up on each caller as soon as its turn has ended", async () => {
    const turns = [makeTurn(), makeTurn()] as const;
    const { server, url, port } = await startServer({
      messages: (req, res) => turns[req.body.x ? 0 : 1].messages(req, res),
    });
    const first = new RawConnection(port);
    first.send(
      "POST /api/messages HTTP/1.1",
      "Host: bot",
      "Content-Type: application/json",
      "Content-Length: 7",
      "",
      '{"x":1}',
    );
    const second = post(url, "{}");
    await Promise.all(turns.map(({ started }) => started));
    const stopped = server.close();
    turns[0].end();
    expect(await first.untilClosed()).toMatch(/^HTTP\/1.1 200 /);
    expect(turns[1].hasEnded()).toBe(false);
    turns[1].end();
    expect((await second).status).toBe(200);
    expect(await stopped).toBe(true);
  });

  test("waits for a turn whose caller has gone", async () => {
    const turn = makeTurn();
    const { server, port } = await startServer({ messages: turn.messages });
    const connection = new RawConnection(port);
    connection.send(
      "POST /api/messages HTTP/1.1",
      "Host: bot",
      "Content-Type: application/json",
      "Content-Length: 2",
      "",
      "{}",
    );
    await turn.started;
    connection.hangUp();
    await setTimeout(50);
    const stopped = server.close();
    await setTimeout(50);
    turn.end();
    expect(await stopped).toBe(true);
    expect(turn.hasEnded()).toBe(true);
  });

  test("gives up on a turn that does not end", async () => {
    const turn = makeTurn();
    const { server, url } = await startServer({ messages: turn.messages, limits: { drainTimeoutMs: 50 } });
    const answer = expect(post(url, "{}")).rejects.toThrow();
    await turn.started;
    expect(await server.close()).toBe(false);
    await answer;
    turn.end();
  });

  test("asked for twice is one stop", async () => {
    const turn = makeTurn();
    const { server, url } = await startServer({ messages: turn.messages });
    const answer = post(url, "{}");
    await turn.started;
    const stops = Promise.all([server.close(), server.close()]);
    turn.end();
    expect(await stops).toEqual([true, true]);
    expect((await answer).status).toBe(200);
  });

  test("of a server that never listened is at once done", async () => {
    expect(await unstartedServer().close()).toBe(true);
  });
});
