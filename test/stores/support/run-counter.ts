import { setTimeout } from "node:timers/promises";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { createSqliteStateStore } from "../../../src/stores/sqlite/state-store.ts";
import { counter } from "./some-counters.ts";
import { stateWith } from "./some-state.ts";
import { waitForStart } from "./wait-for-start.ts";

/** Adds one to a kept number, and counts that, the second argument times; writes how often it had to start over. */
const NOW = new Date("2026-03-02T09:00:00Z");
const LATER = new Date("2026-03-02T21:00:00Z");
const times = Number(process.argv[3]);

const store = createSqliteStateStore(openDatabase(String(process.argv[2])));
await waitForStart();
let refused = 0;
for (let done = 0; done < times; ) {
  const stored = await store.read("counter", NOW);
  await setTimeout(1);
  const next = stateWith(String(Number(stored?.state.region ?? 0) + 1));
  const written = await store.write("counter", next, {
    etag: stored?.etag,
    now: NOW,
    expiresAt: LATER,
    counters: [counter({})],
  });
  if (written) done += 1;
  else refused += 1;
}
await store.close();
console.log(refused);
