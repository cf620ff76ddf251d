import { afterAll, afterEach, beforeAll, beforeEach } from "@jest/globals";
import type { CosmosSettings } from "../../../src/stores/cosmos/create-client.ts";
import { type Cosmos, openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";
import { sendUsage } from "../../../src/stores/cosmos/send-usage.ts";
import { createCosmosUsageStore } from "../../../src/stores/cosmos/usage-store.ts";
import type { Counter } from "../../../src/usage/count.ts";
import { CosmosServer } from "../support/cosmos-server.ts";
import { partsOf } from "../support/some-counters.ts";
import { testUsageStore } from "../usage-store-contract.ts";

let server: CosmosServer;
let settings: CosmosSettings;
let opened: Cosmos[] = [];
let instances = 0;

beforeAll(async () => {
  server = await CosmosServer.start();
});
beforeEach(() => {
  settings = server.settings();
});
afterEach(() => {
  for (const cosmos of opened) cosmos.close();
  opened = [];
});
afterAll(() => server.stop());

testUsageStore("Cosmos DB", async () => {
  const cosmos = await openCosmos(settings);
  opened.push(cosmos);
  const instance = `instance ${instances++}`;
  let flush = 0;
  let last: Promise<void> = Promise.resolve();
  const send = async (counters: readonly Counter[]) => {
    flush += 1;
    const parts = partsOf(counters, instance, flush);
    for (const part of parts) await sendUsage(cosmos.usage, part, AbortSignal.timeout(5000));
  };
  return {
    store: createCosmosUsageStore(cosmos.usage),
    // As the flusher does: an instance sends one flush after the other.
    add(counters) {
      last = last.then(() => send(counters));
      return last;
    },
  };
});
