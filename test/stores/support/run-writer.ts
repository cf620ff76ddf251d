import { writeSync } from "node:fs";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { createSqliteStateStore } from "../../../src/stores/sqlite/state-store.ts";
import { stateWith } from "./some-state.ts";

/** Writes ever higher numbers, from the second argument on, and reports each as soon as the store says it is written. */
const NOW = new Date("2026-03-02T09:00:00Z");
const LATER = new Date("2026-03-02T21:00:00Z");
const KEYS = 5;

const store = createSqliteStateStore(openDatabase(String(process.argv[2])));
for (let number = Number(process.argv[3]); ; number += 1) {
  const key = `key ${number % KEYS}`;
  const stored = await store.read(key, NOW);
  const options = { etag: stored?.etag, now: NOW, expiresAt: LATER, counters: [] };
  if (await store.write(key, stateWith(String(number)), options)) writeSync(1, `${key}=${number}\n`);
}
