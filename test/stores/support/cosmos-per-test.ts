import { afterAll, afterEach, beforeAll, beforeEach } from "@jest/globals";
import { type Cosmos, openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";
import { CosmosServer } from "./cosmos-server.ts";

/** A server without faults, with the settings of a database that is not there yet. */
export interface NewCosmos {
  server: CosmosServer;
  settings: ReturnType<CosmosServer["settings"]>;
}

/** A server of Cosmos DB for all tests of a file, and on it a new database, not opened, for each test. */
export function newCosmosPerTest(): Readonly<NewCosmos> {
  const db = {} as NewCosmos;
  beforeAll(async () => {
    db.server = await CosmosServer.start();
  });
  beforeEach(() => {
    db.server.failWith(() => undefined);
    db.settings = db.server.settings();
  });
  afterAll(() => db.server.stop());
  return db;
}

/** The same, with the database opened. */
export function cosmosPerTest(): Readonly<NewCosmos & { cosmos: Cosmos }> {
  const db = newCosmosPerTest() as NewCosmos & { cosmos: Cosmos };
  beforeEach(async () => {
    db.cosmos = await openCosmos(db.settings);
  });
  afterEach(() => db.cosmos.close());
  return db;
}
