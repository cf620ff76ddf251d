import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { createApartCheck } from "../src/check/check-apart.ts";
import type { ContentVersion } from "../src/content/content-store.ts";
import { createJudge } from "../src/publishing/judge.ts";
import { publishWish } from "../src/publishing/publish-wish.ts";
import { createCheckedShare } from "../src/stores/checked-share.ts";
import { createCheckedKeeper } from "../src/stores/content-keeper.ts";
import { createCosmosContentStore } from "../src/stores/cosmos/content-store.ts";
import { openCosmos } from "../src/stores/cosmos/open-cosmos.ts";
import { createCosmosSharedBytes } from "../src/stores/cosmos/shared-bytes.ts";
import { createCosmosUsageStore } from "../src/stores/cosmos/usage-store.ts";
import { until } from "./e2e/support/until.ts";
import { CosmosServer } from "./stores/support/cosmos-server.ts";
import { TeamsChat } from "./support/activities.ts";
import { buttonOf, questionOf } from "./support/card-buttons.ts";
import { type Connector, startConnector } from "./support/connector.ts";
import { eventually } from "./support/eventually.ts";
import { giveChecked } from "./support/give-checked.ts";
import { createTestLog } from "./support/log-lines.ts";
import { endAll, startMain } from "./support/main-process.ts";
import { postActivity } from "./support/running-app.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const MARK = "Zqxjkv";
const SECRET = "s".repeat(43);
/** Less than in use, to wait less here. */
const SHORT_LEAD_MS = 2_000;
const ALL = { from: "2000-W01", to: "2099-W53" };

let connector: Connector;
let server: CosmosServer;
let settings: ReturnType<CosmosServer["settings"]>;
let chat: TeamsChat;
const data = temporaryFolder();

beforeAll(async () => {
  [connector, server] = [await startConnector(), await CosmosServer.start()];
});
beforeEach(() => {
  server.failWith(() => undefined);
  settings = server.settings();
  chat = new TeamsChat(connector.url);
});
afterEach(endAll);
afterAll(async () => {
  await connector.close();
  await server.stop();
  data.remove();
});

/** The environment of an instance. Its folder is its own; the server's certificate is trusted by this process only. */
function environment(folder: string): Record<string, string> {
  return {
    DATA_DIR: join(data.folder, settings.database, folder),
    STATE_SECRET: SECRET,
    COSMOS_ENDPOINT: settings.endpoint,
    COSMOS_KEY: settings.key,
    COSMOS_DATABASE: settings.database,
    NODE_TLS_REJECT_UNAUTHORIZED: "0",
  };
}

async function press(url: string, card: unknown, option: string): Promise<unknown> {
  return (await postActivity(url, chat.execute("answer", buttonOf(card, "answer", option).data))).body.value;
}

async function startWalk(url: string): Promise<unknown> {
  return (await postActivity(url, chat.execute("start", { flow: "top3" }))).body.value;
}

/** Metric and value to how often, over all regions and weeks. */
async function counted(): Promise<Record<string, number>> {
  const cosmos = await openCosmos(settings);
  const counters = await createCosmosUsageStore(cosmos.usage).read(ALL);
  cosmos.close();
  return Object.fromEntries(counters.map(({ metric, value, n }) => [`${metric} ${value}`, n]));
}

async function everythingKept(): Promise<string> {
  const cosmos = await openCosmos(settings);
  const documents = [];
  for (const container of [cosmos.state, cosmos.usage, cosmos.content]) {
    documents.push(...(await container.items.query("SELECT * FROM c").fetchAll()).resources);
  }
  cosmos.close();
  return JSON.stringify(documents);
}

/** Publishes content in which the question `zelf-verteld` has another sentence, as the page does. */
async function publishMarked(): Promise<ContentVersion> {
  const cosmos = await openCosmos(settings);
  const [store, dataDir] = [createCosmosContentStore(cosmos.content), join(data.folder, "publisher")];
  giveChecked(dataDir);
  const { check } = createApartCheck(dataDir);
  const share = createCheckedShare(dataDir, SECRET, createCosmosSharedBytes(cosmos.content));
  const judge = createJudge({ check, keeper: createCheckedKeeper(dataDir, createTestLog().log), share });
  const [latest] = await store.versions();
  const files = { ...(await store.files(latest?.hash ?? "")) };
  const file = "dialogs/questions/gevaar.yaml";
  files[file] = (files[file] ?? "").replace(/(id: zelf-verteld.*?why: )[^\n]*/s, `$1${MARK}`);
  const wish = {
    by: { id: "anna" },
    requestId: "verzoek-1",
    reason: "Proef",
    base: 1,
    files,
    isAgreed: true,
    needsApproval: false,
  };
  const publication = await publishWish(wish, { store, judge, leadMs: SHORT_LEAD_MS, release: {} });
  cosmos.close();
  if (publication.outcome !== "published") throw new Error(JSON.stringify(publication));
  return publication.version;
}

async function versionOn(url: string): Promise<string> {
  return /wijkteam_content_info\{version="(\w+)"/.exec(await (await fetch(`${url}/metrics`)).text())?.[1] ?? "";
}

test("two instances take what is published, none before it counts, and a walk goes on", async () => {
  const on = (folder: string) => ({ ...environment(folder), CONTENT_STORE: "on" });
  const [first, second] = [await startMain(on("first")), await startMain(on("second"))];
  const card = await press(first.url, await startWalk(first.url), "nee");
  const { hash, countsFrom } = await publishMarked();
  for (const { url } of [first, second]) {
    await until("the new version", async () => hash.startsWith(await versionOn(url)) || undefined);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(countsFrom));
  }
  const next = await press(second.url, card, "nee");
  expect(questionOf(next)).toBe("zelf-verteld");
  expect(JSON.stringify(next)).toContain(MARK);
});

test("two instances share conversations, count once what Teams delivers to both, and bring what they counted and nothing that was typed to Cosmos DB", async () => {
  const [first, second] = [await startMain(environment("first")), await startMain(environment("second"))];
  const card = await press(first.url, await startWalk(first.url), "nee");
  expect(questionOf(await press(second.url, card, "nee"))).toBe("zelf-verteld");
  await postActivity(second.url, chat.message(`${MARK} hoe laat gaat de trein`));
  const danger = chat.message(`${MARK} hij slaat haar nu`);
  await Promise.all([postActivity(first.url, danger), postActivity(second.url, danger)]);
  await postActivity(second.url, danger);
  for (const { child } of [first, second]) child.kill("SIGTERM");
  expect([await first.exit, await second.exit]).toEqual([0, 0]);
  expect(await counted()).toMatchObject({
    "walk-started top3": 1,
    "question-known direct-gevaar": 1,
    "question-known komende-dagen": 1,
    "question-unanswered alle": 1,
    "danger-typed nu": 1,
  });
  const kept = await everythingKept();
  expect(kept).toContain("walk-started");
  for (const secret of [MARK, chat.from.id, chat.from.aadObjectId, chat.conversationId]) {
    expect(kept).not.toContain(secret);
  }
});

test("turns go on while usage cannot be sent; the process still stops, and sends it the next time", async () => {
  const first = await startMain(environment("only"));
  server.failWith(({ url = "" }) => (url.includes("/colls/usage/docs") ? { when: "before", status: 503 } : undefined));
  expect(questionOf(await press(first.url, await startWalk(first.url), "nee"))).toBe("komende-dagen");
  first.child.kill("SIGTERM");
  expect(await first.exit).toBe(0);

  server.failWith(() => undefined);
  expect(await counted()).toEqual({});
  const next = await startMain(environment("only"));
  next.child.kill("SIGTERM");
  expect(await next.exit).toBe(0);
  expect(await counted()).toMatchObject({ "walk-started top3": 1, "question-known direct-gevaar": 1 });
});

test("somebody in danger has the 112 card first of all while Cosmos DB answers 503, typed and clicked", async () => {
  const { url } = await startMain(environment("down"));
  const card = await startWalk(url);
  server.failWith(() => ({ when: "before", status: 503 }));
  connector.reset();
  const turn = postActivity(url, chat.message("hij slaat haar nu"));
  const first = await eventually("a card", () => connector.calls[0]);
  expect(JSON.stringify(first.activity)).toContain("Bel nu 112");
  expect((await turn).status).toBe(200);
  expect(JSON.stringify(connector.calls.at(-1)?.activity)).toMatch(/Er ging iets mis.*112/);

  expect(JSON.stringify(await press(url, card, "ja"))).toContain("Bel nu 112");
  server.failWith(() => undefined);
  expect(questionOf(await press(url, card, "nee"))).toBe("komende-dagen");
});
