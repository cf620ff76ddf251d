import { expect, test } from "@jest/globals";
import { createCosmosPublicationStore } from "../../../src/stores/cosmos/publication-store.ts";
import { sendUsage } from "../../../src/stores/cosmos/send-usage.ts";
import { createCosmosUsageStore } from "../../../src/stores/cosmos/usage-store.ts";
import { testPublicationStore } from "../publication-store-contract.ts";
import { cosmosPerTest } from "../support/cosmos-per-test.ts";
import { counter, partsOf } from "../support/some-counters.ts";

const MARCH = { period: "2026-03", groups: {}, counts: { "walk-started": { top3: { alkmaar: 40 } } } } as const;

const db = cosmosPerTest();

testPublicationStore("Cosmos DB", async () => createCosmosPublicationStore(db.cosmos.usage));

test("a publication is no usage: it is not read, not purged and no first week", async () => {
  const [store, usage] = [createCosmosPublicationStore(db.cosmos.usage), createCosmosUsageStore(db.cosmos.usage)];
  await store.add(MARCH);
  expect(await usage.firstWeek()).toBeUndefined();
  for (const part of partsOf([counter({ week: "2026-W10" })], "one", 1)) {
    await sendUsage(db.cosmos.usage, part, AbortSignal.timeout(5000));
  }
  expect(await usage.firstWeek()).toBe("2026-W10");
  expect(await usage.read({ from: "2000-W01", to: "2099-W53" })).toEqual([counter({ week: "2026-W10" })]);
  expect(await usage.purge("2099-W01")).toBe(1);
  expect(await store.read()).toEqual([MARCH]);
});

test("a publication whose answer was lost is there once, as it was added", async () => {
  const store = createCosmosPublicationStore(db.cosmos.usage);
  const faults = [{ when: "after" as const }];
  db.server.failWith(({ method = "" }) => (method === "POST" ? faults.shift() : undefined));
  expect(await store.add(MARCH)).toEqual(MARCH);
  expect(await store.read()).toEqual([MARCH]);
});
