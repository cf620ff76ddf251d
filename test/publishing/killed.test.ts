import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { hashContentFiles } from "../../src/content/content-files.ts";
import type { ContentStore } from "../../src/content/content-store.ts";
import { createCosmosContentStore } from "../../src/stores/cosmos/content-store.ts";
import { openCosmos } from "../../src/stores/cosmos/open-cosmos.ts";
import { createSqliteContentStore } from "../../src/stores/sqlite/content-store.ts";
import { openDatabase } from "../../src/stores/sqlite/open-database.ts";
import { Child } from "../stores/support/child.ts";
import { newCosmosPerTest } from "../stores/support/cosmos-per-test.ts";
import { temporaryFolder } from "../stores/support/temporary-folder.ts";
import { addFirstVersion } from "./support/add-first-version.ts";
import { filesOfVersion } from "./support/files-of-version.ts";

/** How often a publisher is killed. At 50 each, which takes a minute, nothing else was ever seen. */
const KILLS = 6;
/** Milliseconds that a publisher lives at most after a publication: the next one is then under way. */
const LIFE_MS = 120;

const folder = temporaryFolder();
const cosmosDb = newCosmosPerTest();

/** Kills a publisher at random moments; the current version is then always whole, and none that was reported is lost. */
async function killAtRandom(args: string[], store: ContentStore): Promise<void> {
  await addFirstVersion(store);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const publisher = new Child("../../publishing/support/run-publisher.ts", args);
    const first = Number(await publisher.line());
    await wait(Math.random() * LIFE_MS);
    publisher.kill();
    const reported = [first, ...(await publisher.rest()).map(Number)];
    const versions = await store.versions();
    const [current] = versions;
    if (!current) throw new Error("there is no version any more");
    const last = Math.max(...reported);
    expect(current.number === last || current.number === last + 1).toBe(true);
    expect(versions.map(({ number }) => number)).toEqual(Array.from(versions, (_, at) => versions.length - at));
    expect(current.hash).toBe(hashContentFiles(filesOfVersion(current.number)));
    expect(await store.files(current.hash)).toEqual(filesOfVersion(current.number));
  }
}

test("a publisher that is killed at any moment leaves the old version or the new one, whole, in SQLite", async () => {
  const file = join(folder, "content.db");
  const db = openDatabase(file);
  await killAtRandom([file], createSqliteContentStore(db));
  db.close();
});

test("the same in Cosmos DB", async () => {
  const settings = cosmosDb.server.settings();
  const cosmos = await openCosmos(settings);
  await killAtRandom([settings.endpoint, settings.key, settings.database], createCosmosContentStore(cosmos.content));
  cosmos.close();
});
