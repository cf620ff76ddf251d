import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EMPTY_STATE } from "../../conversation/state.ts";
import { openDatabase } from "../../stores/sqlite/open-database.ts";
import { createSqliteStateStore } from "../../stores/sqlite/state-store.ts";
import type { Count } from "../../usage/count.ts";
import { toCounters } from "../../usage/to-counters.ts";
import { median } from "./quantile.ts";

/**
 * Prints the CPU time, in milliseconds, that counting adds to a turn: to writing the state and four counts, more than
 * most turns have, against writing the state alone. The first round warms up.
 */
const ROUNDS = 5;
const TURNS = 1000;
const COUNTS: readonly Count[] = [
  { metric: "question-known", value: "direct-gevaar" },
  { metric: "signal-shown", value: "direct-gevaar/nu" },
  { metric: "link-offered", value: "leidraad" },
  { metric: "link-offered", value: "veilig-thuis" },
];

const folder = mkdtempSync(join(tmpdir(), "wijkteam-bench-"));
const store = createSqliteStateStore(openDatabase(join(folder, "bench.sqlite")));
let turns = 0;
const added: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const [without, counting] = [await cpuMsPerTurn([]), await cpuMsPerTurn(COUNTS)];
  if (round > 0) added.push(counting - without);
}
await store.close();
rmSync(folder, { recursive: true });
console.log(median(added));

async function cpuMsPerTurn(counts: readonly Count[]): Promise<number> {
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 60_000);
  const before = process.cpuUsage();
  for (let turn = 0; turn < TURNS; turn += 1) {
    turns += 1;
    const counters = toCounters(counts, "alkmaar", now);
    await store.write(String(turns), EMPTY_STATE, { etag: undefined, now, expiresAt, counters });
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / TURNS;
}
