import { afterAll, afterEach, beforeAll, beforeEach } from "@jest/globals";
import { type Cosmos, openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";
import { CosmosServer } from "./cosmos-server.ts";

/** A server of Cosmos DB for all tests of a file, and on it a new database, opened, for each test. */
export function cosmosPerTest(): { readonly server: CosmosServer; readonly cosmos: Cosmos } {
  const db = {} as { server: CosmosServer; cosmos: Cosmos };
  beforeAll(async () => {
    db.server = await CosmosServer.start();
  });
  beforeEach(async () => {
    db.server.failWith(() => undefined);
    db.cosmos = await openCosmos(db.server.settings());
  });
  afterEach(() => db.cosmos.close());
  afterAll(() => db.server.stop());
  return db;
}
