import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "@jest/globals";
import { isoWeek } from "../../src/usage/iso-week.ts";
import { playground } from "./support/playground.ts";

const teams = playground();
const MONTHS_BACK = [3, 2, 1];

/** Puts walks of earlier months in the store of the running assistant. */
function seed(dataDir: string): void {
  const db = new DatabaseSync(join(dataDir, "wijkteam.sqlite"), { timeout: 5000 });
  const insert = db.prepare("INSERT INTO counter (region, week, metric, value, n) VALUES (?, ?, ?, ?, ?)");
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

test("trends in the chat show what changed, with a choice of period and region", async () => {
  const chat = await teams.openChat();
  seed(teams.assistant.dataDir);
  await chat.typeAndSee("trends", chat.text("trends.title"));
  await chat.see(chat.text("trends.bar.title"));
  await chat.photo("trends-card");
  await chat.choose(chat.text("trends.filter.region"), "Kennemerland");
  await chat.press(chat.text("trends.filter.show"));
  await chat.see(chat.text("trends.empty"));
  await chat.photo("trends-card-empty");
});

test("the menu has a button to the trends, and stays when it is pressed", async () => {
  const chat = await teams.openChat();
  await chat.type("menu");
  await chat.press(chat.text("common.trends"));
  await chat.see(chat.text("trends.title"));
  expect(await chat.allCards()).toContain(chat.text("menu.title"));
});
