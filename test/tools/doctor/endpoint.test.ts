import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ENDPOINT } from "../../../src/tools/doctor/check-endpoint.ts";
import { endAll, startMain } from "../../support/main-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { find, NOWHERE, PRODUCTION } from "./support.ts";

const data = temporaryFolder();
const AT_HOME = { DATA_DIR: data.folder, NO_CHAT: "1" };

let guarded: string;
let open: string;
beforeAll(async () => {
  [guarded, open] = (await Promise.all([startMain({ ...PRODUCTION, ...AT_HOME }), startMain(AT_HOME)])).map(
    ({ url }) => url,
  ) as [string, string];
});
afterAll(() => {
  endAll();
  data.remove();
});

const look = (url?: string) => find(ENDPOINT, PRODUCTION, url === undefined ? {} : { url });

test("a bot in production is reachable, ready, and refuses who is not Teams", async () => {
  expect(await look(guarded)).toMatchObject({ status: "ok" });
});

test("a bot that lets everyone in is wrong", async () => {
  const found = await look(open);
  expect(found).toMatchObject({ status: "wrong", text: expect.stringContaining("401") });
  expect(found.fix).toContain("NODE_ENV");
});

test("without an address it is not looked at", async () => {
  expect(await look()).toMatchObject({ status: "skipped", text: expect.stringContaining("--url") });
});

describe("wrong is", () => {
  test.each([
    ["an address that is none", "bot", "webadres"],
    ["an address without TLS", "http://bot.voorbeeld.nl", "TLS"],
    ["an address where nothing listens", NOWHERE, "luistert"],
    ["a domain that does not exist", "https://bot.invalid", "DNS"],
  ])("%s", async (_what, url, named) => {
    expect(await look(url)).toMatchObject({ status: "wrong", text: expect.stringContaining(named) });
  });

  test.each([
    ["another program", { "/healthz": 404 }, "/healthz"],
    ["a bot that is not ready", { "/healthz": 200, "/readyz": 503 }, "klaar"],
  ])("%s", async (_what, statuses: Record<string, number>, named) => {
    const server = createServer((req, res) => {
      res.statusCode = statuses[String(req.url)] ?? 404;
      res.end();
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const found = await look(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    server.close();
    expect(found).toMatchObject({ status: "wrong", text: expect.stringContaining(named) });
  });
});
