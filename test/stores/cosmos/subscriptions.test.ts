import { expect, test } from "@jest/globals";
import { createCosmosPublicationStore } from "../../../src/stores/cosmos/publication-store.ts";
import { createCosmosSubscriptions } from "../../../src/stores/cosmos/subscriptions.ts";
import { createCosmosUsageStore } from "../../../src/stores/cosmos/usage-store.ts";
import { testSubscriptions } from "../subscriptions-contract.ts";
import { cosmosPerTest } from "../support/cosmos-per-test.ts";

const db = cosmosPerTest();

testSubscriptions("Cosmos DB", async () => createCosmosSubscriptions(db.cosmos.usage));

test("a subscription is no usage and no publication: neither reads or purges it", async () => {
  const [store, usage] = [createCosmosSubscriptions(db.cosmos.usage), createCosmosUsageStore(db.cosmos.usage)];
  await store.put({ key: "anne", address: "sealed", sent: "2026-01" }, new Date("2099-01-01T00:00:00Z"));
  expect(await usage.firstWeek()).toBeUndefined();
  expect(await usage.purge("2099-W01")).toBe(0);
  expect(await createCosmosPublicationStore(db.cosmos.usage).read()).toEqual([]);
  expect(await store.has("anne")).toBe(true);
});
