import { join } from "node:path";
import type { ContentStore } from "../content/content-store.ts";
import type { SharedBytes } from "./checked-share.ts";
import type { CosmosSettings } from "./cosmos/create-client.ts";
import { DATABASE_FILE } from "./open-stores.ts";
import { createSqliteContentStore } from "./sqlite/content-store.ts";
import { openDatabase } from "./sqlite/open-database.ts";

/**
 * The store of content alone, for a program beside the bot, and where instances give bytes to each other when there are more.
 * @throws AppError `STORE_UNUSABLE`, `STORE_TOO_NEW`, or a code of Cosmos DB (`openCosmos`)
 */
export async function openContentStore(
  dataDir: string,
  cosmos: CosmosSettings | undefined,
): Promise<{ store: ContentStore; shared?: SharedBytes; close(): void }> {
  if (cosmos) {
    const { openCosmos } = await import("./cosmos/open-cosmos.ts");
    const { createCosmosContentStore } = await import("./cosmos/content-store.ts");
    const { createCosmosSharedBytes } = await import("./cosmos/shared-bytes.ts");
    const { content, close } = await openCosmos(cosmos);
    return { store: createCosmosContentStore(content), shared: createCosmosSharedBytes(content), close };
  }
  const db = openDatabase(join(dataDir, DATABASE_FILE));
  return { store: createSqliteContentStore(db), close: () => db.close() };
}
