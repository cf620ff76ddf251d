import { createSqliteSubscriptions } from "../../../src/stores/sqlite/subscriptions.ts";
import { testSubscriptions } from "../subscriptions-contract.ts";
import { openPerTest } from "../support/open-per-test.ts";

const open = openPerTest();
testSubscriptions("SQLite", async () => createSqliteSubscriptions(open()));
