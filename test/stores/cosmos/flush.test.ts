import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "@jest/globals";
import { retryAfterOf } from "../../../src/stores/cosmos/failure.ts";
import { openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";
import { sendUsage } from "../../../src/stores/cosmos/send-usage.ts";
import { createCosmosUsageStore } from "../../../src/stores/cosmos/usage-store.ts";
import { type Flusher, startFlusher } from "../../../src/stores/flusher.ts";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { createOutbox } from "../../../src/stores/sqlite/outbox.ts";
import { createRandom } from "../../../src/tools/simulate-use/random.ts";
import type { Counter } from "../../../src/usage/count.ts";
import { eventually } from "../../support/eventually.ts";
import { createTestLog } from "../../support/log-lines.ts";
import { Child } from "../support/child.ts";
import { newCosmosPerTest } from "../support/cosmos-per-test.ts";
import { seededFaults } from "../support/seeded-faults.ts";
import { counter } from "../support/some-counters.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ALL = { from: "2000-W01", to: "2099-W53" };
const KILLS = 12;

const folder = temporaryFolder();
const cosmosDb = newCosmosPerTest();
let data: string;
let count = 0;

beforeEach(() => {
  count += 1;
  data = join(folder, String(count));
});

/** An instance of the data of this test, in this process. */
async function startInstance(times: { intervalMs?: number; firstWaitMs?: number } = { intervalMs: 5 }) {
  const db = openDatabase(join(data, "instance.db"));
  const cosmos = await openCosmos(cosmosDb.settings);
  const outbox = createOutbox(db);
  const log = createTestLog();
  const send = sendUsage.bind(undefined, cosmos.usage);
  const flusher: Flusher = startFlusher({ outbox, send, retryAfterOf, log: log.log, ...times });
  const close = async (withinMs = 20_000) => {
    await flusher.close(withinMs);
    cosmos.close();
    db.close();
  };
  return { outbox, log, close };
}

async function totals(): Promise<Counter[]> {
  cosmosDb.server.failWith(() => undefined);
  const cosmos = await openCosmos(cosmosDb.settings);
  const counters = await createCosmosUsageStore(cosmos.usage).read(ALL);
  cosmos.close();
  return counters.toSorted((a, b) => (a.region + a.week < b.region + b.week ? -1 : 1));
}

/** What the instances of these folders have counted, by their own account. */
function truth(folders: readonly string[]): Counter[] {
  const sums = new Map<string, Counter>();
  for (const name of folders) {
    const db = openDatabase(join(name, "instance.db"));
    for (const { region, week, n } of db.prepare("SELECT * FROM truth ORDER BY region, week").all()) {
      const place = `${region} ${week}`;
      const sum = Number(n) + (sums.get(place)?.n ?? 0);
      sums.set(place, counter({ region: String(region), week: String(week), n: sum }));
    }
    db.close();
  }
  return [...sums.values()].toSorted((a, b) => (a.region + a.week < b.region + b.week ? -1 : 1));
}

function startChild(name: string, times: number): Child {
  const { endpoint, key, database } = cosmosDb.settings;
  return new Child("run-instance.ts", [name, endpoint, key, database, String(times)]);
}

test("what waits is sent by itself, and again what comes after it", async () => {
  const instance = await startInstance();
  for (const n of [1, 2]) {
    instance.outbox.add([counter({})]);
    await eventually("a flush", () => instance.log.of("usage-flushed").length === n);
  }
  await instance.close();
  expect(await totals()).toEqual([counter({ n: 2 })]);
});

test("closing sends what waits, long before it would go by itself", async () => {
  const instance = await startInstance({ intervalMs: 60_000 });
  await wait(50);
  instance.outbox.add([counter({ n: 3 })]);
  await instance.close();
  expect(await totals()).toEqual([counter({ n: 3 })]);
});

test("closing gives up in time when nothing can be sent, and the next start sends it", async () => {
  cosmosDb.server.failWith(({ url = "" }) => (url.includes("/docs") ? { when: "before", status: 503 } : undefined));
  const failing = await startInstance();
  failing.outbox.add([counter({ n: 3 })]);
  await failing.close(1000);
  expect(failing.log.of("flush-failed").length).toBeGreaterThan(0);
  expect(await totals()).toEqual([]);
  const next = await startInstance();
  await next.close();
  expect(await totals()).toEqual([counter({ n: 3 })]);
});

test("closing does not wait for an answer that never comes", async () => {
  const instance = await startInstance({ intervalMs: 1 });
  let requests = 0;
  cosmosDb.server.failWith(() => {
    requests += 1;
    return { when: "never" };
  });
  instance.outbox.add([counter({ n: 3 })]);
  await eventually("a request that waits", () => requests > 0);
  await instance.close(500);
  expect(instance.log.of("usage-flushed")).toEqual([]);
});

test("a failing Cosmos DB is left alone for longer and longer", async () => {
  const instance = await startInstance({ intervalMs: 1 });
  cosmosDb.server.failWith(() => ({ when: "before", status: 503 }));
  instance.outbox.add([counter({})]);
  const failures = () => instance.log.of("flush-failed").map(({ time }) => Date.parse(time));
  await eventually("the third failure", () => failures().length >= 3);
  const [first = 0, second = 0, third = 0] = failures();
  // A busy machine waits longer, never shorter; the clock counts in whole milliseconds.
  expect(second - first).toBeGreaterThanOrEqual(249);
  expect(third - second).toBeGreaterThanOrEqual(499);
  await instance.close(0);
});

test("no id and no text of what is counted is logged", async () => {
  const instance = await startInstance();
  instance.outbox.add([counter({ region: "gemerkt", value: "gemerkt" })]);
  await eventually("a flush", () => instance.log.of("usage-flushed").length > 0);
  cosmosDb.server.failWith(() => ({ when: "before", status: 503 }));
  instance.outbox.add([counter({ region: "gemerkt", value: "gemerkt" })]);
  await eventually("a failure", () => instance.log.of("flush-failed").length > 0);
  await instance.close(0);
  expect(instance.log.text()).not.toContain("gemerkt");
  expect(Object.keys(instance.log.of("usage-flushed")[0]).sort()).toEqual(["count", "event", "level", "time"]);
});

test.each([1, 2, 3])("totals are exact when requests fail at random (seed %d)", async (seed) => {
  cosmosDb.server.failWith(seededFaults(seed, 0.4));
  const instance = await startInstance({ intervalMs: 1, firstWaitMs: 2 });
  const random = createRandom(seed);
  let expected = 0;
  for (let turn = 0; turn < 100; turn += 1) {
    const n = 1 + Math.floor(random() * 5);
    expected += n;
    instance.outbox.add([counter({ n })]);
    await wait(random() * 10);
  }
  await instance.close();
  expect(await totals()).toEqual([counter({ n: expected })]);
  expect(instance.log.of("flush-failed").length).toBeGreaterThan(2);
});

test("totals are exact when the process is killed at random moments and requests fail at random", async () => {
  const random = createRandom(4);
  cosmosDb.server.failWith(seededFaults(5, 0.2));
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = startChild(data, 0);
    await child.line();
    child.go();
    await wait(20 + random() * 300);
    child.kill();
    await child.rest();
  }
  cosmosDb.server.failWith(() => undefined);
  const last = await startInstance();
  await last.close();
  const [counted, expected] = [await totals(), truth([data])];
  expect(counted).toEqual(expected);
  expect(counted).toHaveLength(4);
});

describe("several processes that count the same things", () => {
  test("lose nothing and count nothing twice, also when two of them share a folder", async () => {
    cosmosDb.server.failWith(seededFaults(6, 0.1));
    const folders = [join(data, "a"), join(data, "b"), join(data, "b"), join(data, "c")];
    const children = folders.map((name) => startChild(name, 200));
    for (const child of children) await child.line();
    for (const child of children) child.go();
    await Promise.all(children.map((child) => child.rest()));
    const counted = await totals();
    expect(counted).toEqual(truth([...new Set(folders)]));
    expect(counted.map(({ n }) => n)).toEqual([200, 200, 200, 200]);
  });
});
