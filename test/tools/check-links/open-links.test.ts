import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@jest/globals";
import type { Link } from "../../../src/content/schema/link.ts";
import { openLinks } from "../../../src/tools/check-links/open-links.ts";

test("addresses are opened, what fails is told, and a link without address is left out", async () => {
  const server = createServer((_, response) => {
    response.statusCode = 404;
    response.end("weg");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const link = (id: string, url?: string): Link => ({
    id,
    title: id,
    status: "niet-geverifieerd",
    ...(url ? { url } : {}),
  });
  const opened = await openLinks([
    link("weg", `http://127.0.0.1:${port}/`),
    link("dicht", "http://127.0.0.1:1/"),
    link("leeg"),
  ]);
  server.close();
  expect(opened.get("weg")).toBe("404");
  expect(opened.get("dicht")).toMatch(/^mislukt: /);
  expect(opened.has("leeg")).toBe(false);
});
