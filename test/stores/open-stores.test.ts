import { join } from "node:path";
import { beforeEach, expect, test } from "@jest/globals";
import { DATABASE_FILE, openStores } from "../../src/stores/open-stores.ts";
import { purgeRegularly } from "../../src/stores/purge-regularly.ts";
import { openDatabase } from "../../src/stores/sqlite/open-database.ts";
import { createOutbox } from "../../src/stores/sqlite/outbox.ts";
import { writeSetting } from "../../src/stores/sqlite/setting.ts";
import { monthBefore } from "../../src/trends/months.ts";
import { firstKeptMonth } from "../../src/usage/first-kept-week.ts";
import { isoWeek } from "../../src/usage/iso-week.ts";
import { createTestLog } from "../support/log-lines.ts";
import { newCosmosPerTest } from "./support/cosmos-per-test.ts";
import { counter } from "./support/some-counters.ts";
import { stateWith } from "./support/some-state.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const NOW = new Date();
const LATER = new Date(NOW.getTime() + 60_000);
const ALL = { from: "2000-W01", to: "2099-W53" };
const THIS_WEEK = counter({ week: isoWeek(NOW) });
const LONG_AGO = counter({ week: "2019-W01", n: 5 });

const folder = temporaryFolder();
const cosmosDb = newCosmosPerTest();
let dataDir: string;
let log: ReturnType<typeof createTestLog>;
let count = 0;

beforeEach(() => {
  count += 1;
  dataDir = join(folder, String(count));
  log = createTestLog();
});

async function open(cosmos = cosmosDb.server.settings()) {
  const stores = await openStores({ dataDir, cosmos, log: log.log });
  return { ...stores, write: () => stores.state.write("key", stateWith("een"), turn) };
}
const turn = { etag: undefined, now: NOW, expiresAt: LATER, counters: [THIS_WEEK] };

test("without Cosmos DB a turn and its counters are in the data folder", async () => {
  const first = await openStores({ dataDir, cosmos: undefined, log: log.log });
  await first.state.write("key", stateWith("een"), turn);
  await first.close(1000);
  const second = await openStores({ dataDir, cosmos: undefined, log: log.log });
  expect(await second.usage.read(ALL)).toEqual([THIS_WEEK]);
  expect((await second.state.read("key", NOW))?.state).toEqual(stateWith("een"));
  await second.close(1000);
});

test("with Cosmos DB another machine reads the turn at once, and its counters after the flush of closing", async () => {
  const settings = cosmosDb.server.settings();
  const here = await open(settings);
  await here.write();
  dataDir = `${dataDir}-elsewhere`;
  const there = await open(settings);
  expect((await there.state.read("key", NOW))?.state).toEqual(stateWith("een"));
  await here.close(5000);
  expect(await there.usage.read(ALL)).toEqual([THIS_WEEK]);
  await there.close(5000);
});

test("what was counted before Cosmos DB was configured moves there", async () => {
  const before = await openStores({ dataDir, cosmos: undefined, log: log.log });
  await before.state.write("key", stateWith("een"), turn);
  await before.close(1000);
  const settings = cosmosDb.server.settings();
  await (await open(settings)).close(5000);
  const after = await open(settings);
  expect(await after.usage.read(ALL)).toEqual([THIS_WEEK]);
  await after.close(1000);
});

test("conversations that were kept before Cosmos DB was configured go from the data folder when they expire", async () => {
  const before = await openStores({ dataDir, cosmos: undefined, log: log.log });
  await before.state.write("key", stateWith("een"), turn);
  await before.close(1000);
  const after = await open();
  expect(await after.state.purge(NOW)).toBe(0);
  expect(await after.state.purge(LATER)).toBe(1);
  await after.close(1000);
});

test("invented counters are not let through to Cosmos DB", async () => {
  const db = openDatabase(join(dataDir, DATABASE_FILE));
  writeSetting(db, "demo-data", "true");
  db.close();
  await expect(open()).rejects.toMatchObject({ code: "DEMO_DATA", fix: expect.stringContaining("DATA_DIR") });
});

test.each([
  ["SQLite", () => undefined],
  ["Cosmos DB", () => cosmosDb.server.settings()],
])("old counters go at the start from %s, recent ones stay, and the log says how many", async (_name, settings) => {
  const cosmos = settings();
  const db = openDatabase(join(dataDir, DATABASE_FILE));
  createOutbox(db).add([LONG_AGO, THIS_WEEK]);
  db.close();
  await (await openStores({ dataDir, cosmos, log: log.log })).close(5000);
  const stores = await openStores({ dataDir, cosmos, log: log.log });
  // By the same rule, of weeks: a month of which the counters go has no publication left, and the first that stays has.
  const first = firstKeptMonth(new Date(), 24);
  const [gone, kept] = [monthBefore(first, 1), first].map((period) => ({ period, groups: {}, counts: {} }));
  for (const publication of [gone, kept]) if (publication) await stores.publications.add(publication);
  const stop = await purgeRegularly({ ...stores, retentionMonths: 24, log: log.log });
  expect(await stores.usage.read(ALL)).toEqual([THIS_WEEK]);
  expect(await stores.publications.read()).toEqual([kept]);
  expect(log.of("usage-purged")).toMatchObject([{ count: 1 }]);
  stop();
  await stores.close(1000);
});
