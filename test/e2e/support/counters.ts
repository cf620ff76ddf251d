import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { NO_REGION } from "../../../src/usage/count.ts";
import { isoWeek } from "../../../src/usage/iso-week.ts";

const MONTHS_BACK = [3, 2, 1];

/** The database of an assistant that runs. */
function open(dataDir: string): DatabaseSync {
  return new DatabaseSync(join(dataDir, "wijkteam.sqlite"), { timeout: 5000 });
}

function insertIn(db: DatabaseSync) {
  return db.prepare("INSERT INTO counter (region, week, metric, value, n) VALUES (?, ?, ?, ?, ?)");
}

/** Puts walks of earlier months in Alkmaar in the store. */
export function seedMonths(dataDir: string): void {
  const db = open(dataDir);
  const insert = insertIn(db);
  for (const months of MONTHS_BACK) {
    const now = new Date();
    const week = isoWeek(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 15)));
    insert.run("alkmaar", week, "walk-started", "top3", 200 - 40 * months);
    insert.run("alkmaar", week, "question-unknown", "wordt-het-erger", 60);
    insert.run("alkmaar", week, "question-known", "wordt-het-erger", 90);
    insert.run("alkmaar", week, "useful", "ja", 50 + 10 * months);
    insert.run("alkmaar", week, "useful", "nee", 20);
  }
  db.close();
}

/** Walks of this week that others did before. */
export function seedThisWeek(dataDir: string, flow: string, walks: number): void {
  const db = open(dataDir);
  insertIn(db).run(NO_REGION, isoWeek(new Date()), "walk-started", flow, walks);
  db.close();
}

/** Walks that were counted, whatever may be seen of them. */
export function countedWalks(dataDir: string, flow: string): unknown {
  const db = open(dataDir);
  const row = db.prepare("SELECT n FROM counter WHERE metric = 'walk-started' AND value = ?").get(flow);
  db.close();
  return row?.n;
}

/** Walks of this month as the trends page shows them. */
export async function walksOnPage(botUrl: string, flow: string): Promise<unknown> {
  const response = await fetch(`${botUrl}/api/trends?periode=1`);
  const { sections } = await response.json();
  const table = sections[0].tables.find(({ id }: { id: string }) => id === "use-by-walk");
  return table.rows.find(({ id }: { id: string }) => id === flow).figures[0].n;
}
