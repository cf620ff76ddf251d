import { createSqlitePublicationStore } from "../../../src/stores/sqlite/publication-store.ts";
import { testPublicationStore } from "../publication-store-contract.ts";
import { openPerTest } from "../support/open-per-test.ts";

const open = openPerTest();
testPublicationStore("SQLite", async () => createSqlitePublicationStore(open()));
