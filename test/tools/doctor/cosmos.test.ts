import { CosmosClient } from "@azure/cosmos";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { inspectCosmos } from "../../../src/stores/cosmos/inspect-cosmos.ts";
import { openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";
import { checkCosmos } from "../../../src/tools/doctor/check-cosmos.ts";
import { CosmosServer } from "../../stores/support/cosmos-server.ts";
import { find, PRODUCTION } from "./support.ts";

let server: CosmosServer;
let settings: ReturnType<CosmosServer["settings"]>;

beforeAll(async () => {
  server = await CosmosServer.start();
});
beforeEach(() => {
  server.failWith(() => undefined);
  settings = server.settings();
});
afterAll(() => server.stop());

/** What is found at the server; its certificate is trusted here. */
function look() {
  const { endpoint, key, database, agent } = settings;
  const env = { ...PRODUCTION, COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key, COSMOS_DATABASE: database };
  return find(
    checkCosmos((given) => inspectCosmos({ ...given, agent })),
    env,
  );
}

test("Cosmos DB is right when it has the containers of the bot", async () => {
  (await openCosmos(settings)).close();
  expect(await look()).toMatchObject({ status: "ok" });
});

test("with a key it is no mistake that the bot still has to make them, and looking does not", async () => {
  for (let time = 0; time < 2; time++) {
    expect(await look()).toMatchObject({ status: "note", text: expect.stringContaining("state, usage") });
  }
});

test("without a key nobody makes them, so then it is wrong", async () => {
  const env = { ...PRODUCTION, COSMOS_ENDPOINT: settings.endpoint };
  const found = await find(
    checkCosmos(async () => ["usage"]),
    env,
  );
  expect(found).toMatchObject({ status: "wrong", text: expect.stringContaining("usage") });
});

test("a container with another partition key is wrong", async () => {
  const { endpoint, key, database: id, agent } = settings;
  const client = new CosmosClient({ endpoint, key, ...(agent ? { agent } : {}) });
  const { database } = await client.databases.createIfNotExists({ id });
  await database.containers.create({ id: "usage", partitionKey: { paths: ["/week"] } });
  client.dispose();
  const found = await look();
  expect(found).toMatchObject({ status: "wrong", text: expect.stringContaining("/week"), fix: expect.any(String) });
});

test("an account that refuses is wrong, and its key is not repeated", async () => {
  server.failWith(() => ({ when: "before", status: 401 }));
  const found = await look();
  expect(found).toMatchObject({ status: "wrong", fix: expect.stringContaining("COSMOS_KEY") });
  expect(JSON.stringify(found)).not.toContain(settings.key);
});

test("without Cosmos DB it is not looked at", async () => {
  const check = checkCosmos(() => Promise.reject(new Error("looked at")));
  expect(await find(check)).toMatchObject({ status: "skipped" });
});
