import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { CountLeft, StateStore } from "../../../src/conversation/ports.ts";
import { openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";
import { createCosmosStateStore } from "../../../src/stores/cosmos/state-store.ts";
import { withWrite } from "../../../src/stores/cosmos/writes.ts";
import { openDatabase } from "../../../src/stores/sqlite/open-database.ts";
import { createOutbox } from "../../../src/stores/sqlite/outbox.ts";
import { createPromisedCounts, type PromisedCounts } from "../../../src/stores/sqlite/promised-counts.ts";
import { createSqliteUsageStore } from "../../../src/stores/sqlite/usage-store.ts";
import type { Counter } from "../../../src/usage/count.ts";
import { createTestLog } from "../../support/log-lines.ts";
import { testStateStore } from "../state-store-contract.ts";
import { newCosmosPerTest } from "../support/cosmos-per-test.ts";
import type { Fault } from "../support/cosmos-server.ts";
import { seededFaults } from "../support/seeded-faults.ts";
import { counter } from "../support/some-counters.ts";
import { stateWith } from "../support/some-state.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const LATER = new Date("2026-03-02T21:00:00Z");
const LOST: readonly [string, Fault][] = [
  ["a time-out (408)", { when: "after", status: 408 }],
  ["a lost connection", { when: "after" }],
  ["a failing server (503)", { when: "after", status: 503 }],
];

const cosmosDb = newCosmosPerTest();
let db: ReturnType<typeof openDatabase>;
let promised: PromisedCounts;
let tests = 0;
const folder = temporaryFolder();

beforeEach(() => {
  tests += 1;
  db = openDatabase(join(folder, `${tests}.db`));
  promised = createPromisedCounts(db);
});
afterEach(() => db.close());

interface Changes {
  promised?: PromisedCounts;
  log?: ReturnType<typeof createTestLog>;
  countLeft?: CountLeft;
}

async function open({ log = createTestLog(), ...changes }: Changes = {}) {
  const { state, close } = await openCosmos(cosmosDb.settings);
  const count = async (counters: readonly Counter[]) => createOutbox(db).add(counters);
  return createCosmosStateStore({ container: state, promised, count, ...changes, log: log.log, close });
}

function counted(): Promise<Counter[]> {
  return createSqliteUsageStore(db).read({ from: "2000-W01", to: "2099-W53" });
}

testStateStore("Cosmos DB", (countLeft) => open({ countLeft }));

describe("a state store on Cosmos DB", () => {
  let store: StateStore;

  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  function write(mark: string, etag?: string): Promise<boolean> {
    return store.write("key", stateWith(mark), { etag, now: NOW, expiresAt: LATER, counters: [counter({})] });
  }

  async function read() {
    const stored = await store.read("key", NOW);
    return { mark: stored?.state.region, etag: stored?.etag };
  }

  /** These faults for the next requests of these methods, one each, and none after that. */
  function failNext(methods: string, ...faults: Fault[]): void {
    cosmosDb.server.failWith(({ method = "" }) => (methods.includes(method) ? faults.shift() : undefined));
  }

  test.each(LOST)("knows its own first write after %s, and counts it once", async (_what, fault) => {
    failNext("POST", fault);
    expect(await write("een")).toBe(true);
    expect(await read()).toMatchObject({ mark: "een" });
    expect(await counted()).toEqual([counter({})]);
  });

  test.each(LOST)("knows its own next write after %s, and counts it once", async (_what, fault) => {
    await write("een");
    const { etag } = await read();
    failNext("PUT", fault);
    expect(await write("twee", etag)).toBe(true);
    expect(await read()).toMatchObject({ mark: "twee" });
    expect(await counted()).toEqual([counter({ n: 2 })]);
  });

  test("takes no other's write for its own when it failed before it was carried out", async () => {
    await write("een");
    const { etag } = await read();
    await write("twee", etag);
    failNext("PUT", { when: "before", status: 408 }, { when: "before" });
    expect(await write("drie", etag)).toBe(false);
    expect(await read()).toMatchObject({ mark: "twee" });
    expect(await counted()).toEqual([counter({ n: 2 })]);
  });

  test("gets through several failures in one call", async () => {
    failNext("POST", { when: "before", status: 503 }, { when: "after", status: 408 }, { when: "before" });
    expect(await write("een")).toBe(true);
    failNext("GET", { when: "before", status: 503 }, { when: "before", status: 500 });
    expect(await read()).toMatchObject({ mark: "een" });
  });

  test.each([1, 2])("takes and counts every turn exactly once when requests fail at random (seed %d)", async (seed) => {
    cosmosDb.server.failWith(seededFaults(seed, 0.3));
    for (let turn = 1; turn <= 20; turn += 1) {
      const { mark, etag } = await read();
      expect(mark).toBe(turn === 1 ? undefined : String(turn - 1));
      expect(await write(String(turn), etag)).toBe(true);
    }
    expect(await counted()).toEqual([counter({ n: 20 })]);
  });

  test("waits as long as it is told to when it is throttled", async () => {
    failNext("POST", { when: "before", status: 429, headers: { "x-ms-retry-after-ms": "300" } });
    const start = performance.now();
    expect(await write("een")).toBe(true);
    expect(performance.now() - start).toBeGreaterThanOrEqual(300);
  });

  test("does not let a turn wait for a minute", async () => {
    const throttled: Fault = { when: "before", status: 429, headers: { "x-ms-retry-after-ms": "60000" } };
    let requests = 0;
    cosmosDb.server.failWith(() => {
      requests += 1;
      return throttled;
    });
    await expect(write("een")).rejects.toMatchObject({ code: 429 });
    expect(requests).toBe(1);
    expect(await counted()).toEqual([]);
  });

  test("does not let a turn wait for an answer that never comes", async () => {
    cosmosDb.server.failWith(() => ({ when: "never" }));
    await Promise.all([expect(read()).rejects.toThrow(), expect(write("een")).rejects.toThrow()]);
    expect(await counted()).toEqual([]);
  });

  test.each([401, 403])("does not try again what will not pass: %d", async (status) => {
    let requests = 0;
    cosmosDb.server.failWith(() => {
      requests += 1;
      return { when: "before", status };
    });
    await expect(write("een")).rejects.toMatchObject({ code: status });
    expect(requests).toBe(1);
  });

  test("takes a state that cannot be read for absent, and a new one can be written at once", async () => {
    const { state, close } = await openCosmos(cosmosDb.settings);
    await state.items.create({ id: "key", value: "{", expiresAt: LATER.getTime(), ttl: 60 });
    close();
    expect(await read()).toEqual({ mark: undefined, etag: undefined });
    expect(await write("een")).toBe(true);
  });

  test("keeps a turn whose counters cannot be added, and says so in the log", async () => {
    const log = createTestLog();
    const promise = () => Promise.reject(Object.assign(new Error("disk full"), { code: "ERR_SQLITE_ERROR" }));
    const full = await open({ promised: { ...promised, promise }, log });
    const write = { etag: undefined, now: NOW, expiresAt: LATER, counters: [counter({})] };
    expect(await full.write("key", stateWith("een"), write)).toBe(true);
    expect(log.of("count-failed")).toHaveLength(1);
    await full.close();
  });

  /** As a process that is killed: what it was about to do after the write does not happen. */
  async function openKilled(): Promise<StateStore> {
    const nothing = async () => {};
    return open({ promised: { ...promised, keep: nothing, drop: nothing } });
  }

  test("counts at the next purge what a killed process wrote and did not come to count, once, after others wrote too", async () => {
    const killed = await openKilled();
    const write = { etag: undefined, now: NOW, expiresAt: LATER, counters: [counter({})] };
    expect(await killed.write("key", stateWith("een"), write)).toBe(true);
    await killed.close();
    expect(await counted()).toEqual([]);
    const { state, close } = await openCosmos(cosmosDb.settings);
    const { resource } = await state.item("key", "key").read();
    const others = Array.from({ length: 6 }, (_, other) => [`other-${other}:1`, `other-${other}:2`]).flat();
    await state.items.upsert({ ...resource, writes: others.reduce(withWrite, resource.writes) });
    close();
    await store.purge(NOW);
    await store.purge(NOW);
    expect(await counted()).toEqual([counter({})]);
  });

  test("forgets what a killed process promised and did not come to write, once nobody can be writing it any more", async () => {
    await write("een");
    const killed = await openKilled();
    const late = { etag: "gone", now: NOW, expiresAt: LATER, counters: [counter({})] };
    expect(await killed.write("key", stateWith("twee"), late)).toBe(false);
    await killed.close();
    await store.purge(NOW);
    expect(await promised.open()).toHaveLength(1);
    db.exec("UPDATE promised SET at = at - 61000");
    await store.purge(NOW);
    expect(await promised.open()).toEqual([]);
    expect(await counted()).toEqual([counter({})]);
  });

  test("counts a turn whose write took place although it failed, when others of the same process followed", async () => {
    await write("een");
    const { etag } = await read();
    cosmosDb.server.failWith(({ method }) => {
      if (method === "PUT") return { when: "after", status: 503 };
      return { when: "before", status: 403 };
    });
    await expect(write("twee", etag)).rejects.toThrow();
    cosmosDb.server.failWith(() => undefined);
    for (const mark of ["drie", "vier", "vijf"]) expect(await write(mark, (await read()).etag)).toBe(true);
    expect(await counted()).toEqual([counter({ n: 5 })]);
    expect(await promised.open()).toEqual([]);
  });

  test("does not count a turn whose write failed and never took place", async () => {
    cosmosDb.server.failWith(() => ({ when: "before", status: 403 }));
    await expect(write("een")).rejects.toThrow();
    cosmosDb.server.failWith(() => undefined);
    expect(await write("een")).toBe(true);
    expect(await counted()).toEqual([counter({})]);
    expect(await promised.open()).toEqual([]);
  });
});
