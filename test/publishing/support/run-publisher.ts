import { writeSync } from "node:fs";
import { Agent } from "node:https";
import type { ContentStore } from "../../../src/content/content-store.ts";
import { publishWish } from "../../../src/publishing/publish-wish.ts";
import { createCosmosContentStore } from "../../../src/stores/cosmos/content-store.ts";
import { openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";
import { createSqliteContentStore } from "../../../src/stores/sqlite/content-store.ts";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { filesOfVersion } from "./files-of-version.ts";

/**
 * Publishes one version after another, each other files, and reports each as soon as it is published. The check is left
 * out: it changes nothing in the store. The arguments are a file of SQLite, or the endpoint, key and database of Cosmos DB.
 */
const [place = "", key = "", database = ""] = process.argv.slice(2);

async function open(): Promise<ContentStore> {
  if (database === "") return createSqliteContentStore(openDatabase(place));
  const agent = new Agent({ rejectUnauthorized: false });
  return createCosmosContentStore((await openCosmos({ endpoint: place, key, database, agent })).content);
}

const store = await open();
const judge = { prepare: async () => ({ content: undefined, mistakes: [], warnings: [] }) };
for (;;) {
  const [latest] = await store.versions();
  const number = (latest?.number ?? 0) + 1;
  const wish = {
    by: { id: "anna" },
    requestId: `verzoek-${number}`,
    reason: "Proef",
    base: number - 1,
    files: filesOfVersion(number),
    needsApproval: false,
  };
  const publication = await publishWish(wish, { store, judge, leadMs: 0, release: {} });
  writeSync(1, `${publication.outcome === "published" ? publication.version.number : publication.outcome}\n`);
}
