import { afterEach } from "@jest/globals";
import { type Cosmos, openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";
import { sendUsage } from "../../../src/stores/cosmos/send-usage.ts";
import { createCosmosUsageStore } from "../../../src/stores/cosmos/usage-store.ts";
import type { Counter } from "../../../src/usage/count.ts";
import { newCosmosPerTest } from "../support/cosmos-per-test.ts";
import { partsOf } from "../support/some-counters.ts";
import { testUsageStore } from "../usage-store-contract.ts";

const cosmosDb = newCosmosPerTest();
let opened: Cosmos[] = [];
let instances = 0;

afterEach(() => {
  for (const cosmos of opened) cosmos.close();
  opened = [];
});

testUsageStore("Cosmos DB", async () => {
  const cosmos = await openCosmos(cosmosDb.settings);
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
