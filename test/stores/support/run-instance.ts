import { Agent } from "node:https";
import { join } from "node:path";
import { retryAfterOf } from "../../../src/stores/cosmos/failure.ts";
import { openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";
import { sendUsage } from "../../../src/stores/cosmos/send-usage.ts";
import { startFlusher } from "../../../src/stores/flusher.ts";
import { inTransaction } from "../../../src/stores/sqlite/in-transaction.ts";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { createOutbox } from "../../../src/stores/sqlite/outbox.ts";
import { createTestLog } from "../../support/log-lines.ts";
import { counter } from "./some-counters.ts";
import { waitForStart } from "./wait-for-start.ts";

/**
 * An instance that counts `times` times (for ever when that is 0) and flushes all the while. What it counts, it also
 * writes in a table of its own, in the same transaction: that is what the totals must be.
 */
const [folder = "", endpoint = "", key = "", database = "", times = "0"] = process.argv.slice(2);
const PLACES = ["alkmaar", "kennemerland"].flatMap((region) =>
  ["2026-W09", "2026-W10"].map((week) => counter({ region, week })),
);

const db = openDatabase(join(folder, "instance.db"));
db.exec("CREATE TABLE IF NOT EXISTS truth (region TEXT, week TEXT, n INTEGER, PRIMARY KEY (region, week))");
const remember = db.prepare("INSERT INTO truth VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1");
const outbox = createOutbox(db);
const cosmos = await openCosmos({ endpoint, key, database, agent: new Agent({ rejectUnauthorized: false }) });
await waitForStart();
const flusher = startFlusher({
  outbox,
  send: (part, signal) => sendUsage(cosmos.usage, part, signal),
  retryAfterOf,
  log: createTestLog().log,
  intervalMs: 5,
  firstWaitMs: 2,
});
for (let done = 0; Number(times) === 0 || done < Number(times); done += 1) {
  const place = PLACES[done % PLACES.length] ?? counter({});
  inTransaction(db, () => {
    outbox.add([place]);
    remember.run(place.region, place.week);
  });
  await new Promise((resolve) => setTimeout(resolve, 1));
}
await flusher.close(20_000);
cosmos.close();
db.close();
