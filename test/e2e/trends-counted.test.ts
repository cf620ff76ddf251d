import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "@jest/globals";
import { NO_REGION } from "../../src/usage/count.ts";
import { isoWeek } from "../../src/usage/iso-week.ts";
import { playground } from "./support/playground.ts";

const teams = playground();

/** Noise comes no farther than this from the true number, and rounding two more. */
const MOST_OFF = 42;

/** Walks of this week that others did before. */
function seed(dataDir: string, walks: number): void {
  const db = new DatabaseSync(join(dataDir, "wijkteam.sqlite"), { timeout: 5000 });
  const insert = db.prepare("INSERT INTO counter (region, week, metric, value, n) VALUES (?, ?, ?, ?, ?)");
  insert.run(NO_REGION, isoWeek(new Date()), "walk-started", "gevaar-check", walks);
  db.close();
}

async function startedOnPage(): Promise<unknown> {
  const response = await fetch(`${teams.assistant.botUrl}/api/trends?periode=1`);
  const { sections } = await response.json();
  const table = sections[0].tables.find(({ id }: { id: string }) => id === "use-by-walk");
  return table.rows.find(({ id }: { id: string }) => id === "gevaar-check").figures[0].n;
}

/** Walks that were counted, whatever may be seen of them. */
function counted(dataDir: string): unknown {
  const db = new DatabaseSync(join(dataDir, "wijkteam.sqlite"), { timeout: 5000 });
  const row = db.prepare("SELECT n FROM counter WHERE metric = 'walk-started' AND value = 'gevaar-check'").get();
  db.close();
  return row?.n;
}

test("a walk in the chat is counted, and walks appear, about, in the trends", async () => {
  const chat = await teams.openChat();
  expect(await startedOnPage()).toBeNull();
  seed(teams.assistant.dataDir, 200);
  const shown = Number(await startedOnPage());
  expect(Math.abs(shown - 200)).toBeLessThanOrEqual(MOST_OFF);
  expect(shown % 5).toBe(0);
  await chat.type("menu");
  await chat.press(chat.text("common.danger"));
  await chat.answer("direct-gevaar", "nee");
  expect(counted(teams.assistant.dataDir)).toBe(201);
});
