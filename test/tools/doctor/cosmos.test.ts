import { CosmosClient } from "@azure/cosmos";
import { expect, test } from "@jest/globals";
import { inspectCosmos } from "../../../src/stores/cosmos/inspect-cosmos.ts";
import { openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";
import { checkCosmos } from "../../../src/tools/doctor/check-cosmos.ts";
import { newCosmosPerTest } from "../../stores/support/cosmos-per-test.ts";
import { find, PRODUCTION } from "./support.ts";

const cosmosDb = newCosmosPerTest();

/** What is found at the server; its certificate is trusted here. */
function look() {
  const { endpoint, key, database, agent } = cosmosDb.settings;
  const env = { ...PRODUCTION, COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key, COSMOS_DATABASE: database };
  return find(
    checkCosmos((given) => inspectCosmos({ ...given, agent })),
    env,
  );
}

test("Cosmos DB is right when it has the containers of the bot", async () => {
  (await openCosmos(cosmosDb.settings)).close();
  expect(await look()).toMatchObject({ status: "ok" });
});

test("with a key it is no mistake that the bot still has to make them, and looking does not", async () => {
  for (let time = 0; time < 2; time++) {
    expect(await look()).toMatchObject({ status: "note", text: expect.stringContaining("state, usage") });
  }
});

test("without a key nobody makes them, so then it is wrong", async () => {
  const env = { ...PRODUCTION, COSMOS_ENDPOINT: cosmosDb.settings.endpoint };
  const found = await find(
    checkCosmos(async () => ["usage"]),
    env,
  );
  expect(found).toMatchObject({ status: "wrong", text: expect.stringContaining("usage") });
});

test("a container with another partition key is wrong", async () => {
  const { endpoint, key, database: id, agent } = cosmosDb.settings;
  const client = new CosmosClient({ endpoint, key, ...(agent ? { agent } : {}) });
  const { database } = await client.databases.createIfNotExists({ id });
  await database.containers.create({ id: "usage", partitionKey: { paths: ["/week"] } });
  client.dispose();
  const found = await look();
  expect(found).toMatchObject({ status: "wrong", text: expect.stringContaining("/week"), fix: expect.any(String) });
});

test("an account that refuses is wrong, and its key is not repeated", async () => {
  cosmosDb.server.failWith(() => ({ when: "before", status: 401 }));
  const found = await look();
  expect(found).toMatchObject({ status: "wrong", fix: expect.stringContaining("COSMOS_KEY") });
  expect(JSON.stringify(found)).not.toContain(cosmosDb.settings.key);
});

test("without Cosmos DB it is not looked at", async () => {
  const check = checkCosmos(() => Promise.reject(new Error("looked at")));
  expect(await find(check)).toMatchObject({ status: "skipped" });
});
