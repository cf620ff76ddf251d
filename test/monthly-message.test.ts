import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { TeamsChat } from "./support/activities.ts";
import { buttonOf } from "./support/card-buttons.ts";
import { type Connector, startConnector } from "./support/connector.ts";
import { copyContent } from "./support/copy-content.ts";
import { eventually } from "./support/eventually.ts";
import { startApp } from "./support/running-app.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const content = copyContent();
let connector: Connector;
let data: ReturnType<typeof temporaryFolder>;
let chat: TeamsChat;
let apps: Awaited<ReturnType<typeof startApp>>[];

beforeAll(async () => {
  connector = await startConnector();
});
beforeEach(() => {
  connector.reset();
  data = temporaryFolder();
  chat = new TeamsChat(connector.url);
  apps = [];
});
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  data.remove();
});
afterAll(async () => {
  await connector.close();
  content.remove();
});

async function start() {
  const app = await startApp({ dataDir: data.folder, contentDir: content.folder });
  apps.push(app);
  return app;
}

function inStore<T>(work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(join(data.folder, "wijkteam.sqlite"), { timeout: 5000 });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const kept = () => inStore((db) => db.prepare("SELECT * FROM subscription").all());

/** As if the message of an earlier month was the last. */
const monthPasses = () => inStore((db) => db.exec("UPDATE subscription SET sent = '2020-01'"));

test("is asked for on the trends card, sent once by all instances together, and turned off on its own card", async () => {
  const app = await start();
  const asked = await app.post(chat.execute("trends", { period: "6" }));
  const { data: on } = buttonOf(asked.body.value, "monthly");
  const answer = await app.post(chat.execute("monthly", { ...on, period: "6", region: "kennemerland" }));
  expect(buttonOf(answer.body.value, "monthly").data).toEqual({ on: false });
  expect(kept()).toHaveLength(1);
  expect(JSON.stringify(kept())).not.toContain(chat.conversationId);

  monthPasses();
  await Promise.all([start(), start()]);
  await eventually("the message", () => kept()[0]?.sent !== "2020-01");
  const [call, ...more] = connector.calls;
  expect(more).toEqual([]);
  expect(call?.path).toBe(`/v3/conversations/${encodeURIComponent(chat.conversationId)}/activities`);
  const [{ content: card }] = call?.activity.attachments ?? [];
  expect(JSON.stringify(card)).toContain("kennemerland");

  await app.post(chat.execute("monthly", buttonOf(card, "monthly").data));
  expect(kept()).toEqual([]);
});

test("is sent at a later start when Teams took nothing", async () => {
  const app = await start();
  await app.post(chat.execute("monthly", { on: true }));
  monthPasses();
  connector.refuse({ status: 403 });
  const failing = await start();
  await eventually("a failure", () => failing.log.of("monthly-failed").length > 0);
  expect(kept()[0]?.sent).toBe("2020-01");
  inStore((db) => db.exec("UPDATE subscription SET claimed_until = 0"));
  await start();
  await eventually("the message", () => kept()[0]?.sent !== "2020-01");
});

test("nothing is kept of it when the bot is removed", async () => {
  const app = await start();
  await app.post(chat.execute("monthly", { on: true }));
  expect(kept()).toHaveLength(1);
  await app.post(chat.installed("remove"));
  expect(kept()).toEqual([]);
});
