import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@jest/globals";
import { PUBLISHED } from "../../../src/tools/doctor/check-published.ts";
import { find, NOWHERE, PRODUCTION } from "./support.ts";

/** What is found at a bot that says this of its parts. */
async function findAt(parts: Record<string, string>) {
  const server = createServer((_req, res) => res.end(JSON.stringify({ parts }))).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return find(PUBLISHED, PRODUCTION, { url }).finally(() => {
    server.closeAllConnections();
    server.close();
  });
}

test("a bot that uses what was published last is right", async () => {
  expect(await findAt({ content: "ok", release: "ok", store: "ok" })).toMatchObject({ status: "ok" });
});

test("a release that cannot read what was published last is to be looked at", async () => {
  const found = await findAt({ content: "previous", release: "differs", store: "ok" });
  expect(found).toMatchObject({ status: "note", text: expect.stringContaining("eerdere"), fix: expect.any(String) });
});

test("a release that brings other files is to be looked at", async () => {
  const found = await findAt({ content: "ok", release: "differs", store: "ok" });
  expect(found).toMatchObject({ status: "note", text: expect.stringContaining("andere bestanden") });
});

test.each([
  ["without an address", PRODUCTION, undefined],
  ["where nothing listens", PRODUCTION, NOWHERE],
  ["when content comes from files", { ...PRODUCTION, CONTENT_STORE: "off" }, NOWHERE],
])("%s it is not looked at", async (_when, env, url) => {
  expect(await find(PUBLISHED, env, url === undefined ? {} : { url })).toMatchObject({ status: "skipped" });
});
