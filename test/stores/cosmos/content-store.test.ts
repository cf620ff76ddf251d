import { expect, test } from "@jest/globals";
import { createCosmosContentStore } from "../../../src/stores/cosmos/content-store.ts";
import { testContentStore } from "../content-store-contract.ts";
import { cosmosPerTest } from "../support/cosmos-per-test.ts";

const db = cosmosPerTest();

testContentStore("Cosmos DB", async () => createCosmosContentStore(db.cosmos.content));

const VERSION = {
  number: 1,
  hash: "a",
  seedHash: "a",
  base: 0,
  publishedAt: "2026-03-02T09:00:00.000Z",
  countsFrom: "2026-03-02T09:00:12.000Z",
  by: { id: "anna" },
  reason: "Proef",
  requestId: "verzoek-1",
};

test("a version whose answer was lost is there once, and its publisher is told that it is theirs", async () => {
  const store = createCosmosContentStore(db.cosmos.content);
  const faults = [{ when: "after" as const }];
  db.server.failWith(({ method = "" }) => (method === "POST" ? faults.shift() : undefined));
  expect(await store.addVersion(VERSION)).toEqual(VERSION);
  expect(await store.versions()).toEqual([VERSION]);
});

test("a draft whose answer was lost is kept, and the next save goes on from it", async () => {
  const store = createCosmosContentStore(db.cosmos.content);
  const draft = { base: 1, changes: { "dialogs/texts.yaml": "a" }, savedAt: VERSION.publishedAt };
  const { etag } = await store.keepDraft("anna", draft, undefined);
  const faults = [{ when: "after" as const }];
  db.server.failWith(({ method = "" }) => (method === "PUT" ? faults.shift() : undefined));
  const next = { ...draft, changes: { "dialogs/texts.yaml": "b" } };
  const kept = await store.keepDraft("anna", next, etag);
  expect(kept).toMatchObject(next);
  expect(await store.removeDraft("anna", kept.etag)).toBe(true);
});

test("files of which a part is missing are not given back", async () => {
  const store = createCosmosContentStore(db.cosmos.content);
  const hash = await store.keepFiles({ "dialogs/texts.yaml": "a" });
  const { resource } = await db.cosmos.content.item(hash, "files").read<{ parts: string[] }>();
  await db.cosmos.content.item(String(resource?.parts[0]), "files").delete();
  expect(await store.files(hash)).toBeUndefined();
});
