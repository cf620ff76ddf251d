import type { DatabaseSync } from "node:sqlite";

/**
 * `instance` and `flush`: under which id and number the sealed counters were sealed; `demo-data`: there are invented
 * counters.
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
