import type { DatabaseSync } from "node:sqlite";

/**
 * `instance`: random id of this data folder; `flush`: number of the last sealed flush; `demo-data`: there are invented
 * counters in it.
 */
type Name = "instance" | "flush" | "demo-data";

/** What was set, or undefined. */
export function readSetting(db: DatabaseSync, name: Name): string | undefined {
  const row = db.prepare("SELECT value FROM setting WHERE name = ?").get(name);
  return row === undefined ? undefined : String(row.value);
}

export function writeSetting(db: DatabaseSync, name: Name, value: string): void {
  db.prepare("INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(name, value);
}
