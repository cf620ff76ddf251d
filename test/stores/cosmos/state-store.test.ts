import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { CountLeft, StateStore } from "../../../src/conversation/ports.ts";
import { openCosmos } from "../../../src/stores/cosmos/open-cosmos.ts";
import { createCosmosStateStore } from "../../../src/stores/cosmos/state-store.ts";
import type { Counter } from "../../../src/usage/count.ts";
import { createTestLog } from "../../support/log-lines.ts";
import { testStateStore } from "../state-store-contract.ts";
import { CosmosServer, type Fault } from "../support/cosmos-server.ts";
import { seededFaults } from "../support/seeded-faults.ts";
import { counter } from "../support/some-counters.ts";
import { stateWith } from "../support/some-state.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const LATER = new Date("2026-03-02T21:00:00Z");
const LOST: readonly [string, Fault][] = [
  ["a time-out (408)", { when: "after", status: 408 }],
  ["a lost connection", { when: "after" }],
  ["a failing server (503)", { when: "after", status: 503 }],
];

let server: CosmosServer;
let settings: ReturnType<CosmosServer["settings"]>;
let counted: Counter[];

beforeAll(async () => {
  server = await CosmosServer.start();
});
beforeEach(() => {
  server.failWith(() => undefined);
  settings = server.settings();
  counted = [];
});
afterAll(() => server.stop());

async function keep(counters: readonly Counter[]): Promise<void> {
  counted.push(...counters);
}

async function open(count = keep, log = createTestLog(), countLeft: CountLeft = () => []) {
  const { state, close } = await openCosmos(settings);
  return createCosmosStateStore({ container: state, count, countLeft, log: log.log, close });
}

testStateStore("Cosmos DB", (countLeft) => open(undefined, undefined, countLeft));

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
    server.failWith(({ method = "" }) => (methods.includes(method) ? faults.shift() : undefined));
  }

  test.each(LOST)("knows its own first write after %s, and counts it once", async (_what, fault) => {
    failNext("POST", fault);
    expect(await write("een")).toBe(true);
    expect(await read()).toMatchObject({ mark: "een" });
    expect(counted).toEqual([counter({})]);
  });

  test.each(LOST)("knows its own next write after %s, and counts it once", async (_what, fault) => {
    await write("een");
    counted = [];
    const { etag } = await read();
    failNext("PUT", fault);
    expect(await write("twee", etag)).toBe(true);
    expect(await read()).toMatchObject({ mark: "twee" });
    expect(counted).toEqual([counter({})]);
  });

  test("takes no other's write for its own when it failed before it was carried out", async () => {
    await write("een");
    const { etag } = await read();
    await write("twee", etag);
    counted = [];
    failNext("PUT", { when: "before", status: 408 }, { when: "before" });
    expect(await write("drie", etag)).toBe(false);
    expect(await read()).toMatchObject({ mark: "twee" });
    expect(counted).toEqual([]);
  });

  test("gets through several failures in one call", async () => {
    failNext("POST", { when: "before", status: 503 }, { when: "after", status: 408 }, { when: "before" });
    expect(await write("een")).toBe(true);
    failNext("GET", { when: "before", status: 503 }, { when: "before", status: 500 });
    expect(await read()).toMatchObject({ mark: "een" });
  });

  test.each([1, 2])("takes and counts every turn exactly once when requests fail at random (seed %d)", async (seed) => {
    server.failWith(seededFaults(seed, 0.3));
    for (let turn = 1; turn <= 20; turn += 1) {
      const { mark, etag } = await read();
      expect(mark).toBe(turn === 1 ? undefined : String(turn - 1));
      expect(await write(String(turn), etag)).toBe(true);
    }
    expect(counted).toHaveLength(20);
  });

  test("waits as long as it is told to when it is throttled", async () => {
    failNext("POST", { when: "before", status: 429, headers: { "x-ms-retry-after-ms": "300" } });
    const start = performance.now();
    expect(await write("een")).toBe(true);
    expect(performance.now() - start).toBeGreaterThanOrEqual(300);
  });

  test("does not let a turn wait for a minute", async () => {
    const throttled: Fault = { when: "before", status: 429, headers: { "x-ms-retry-after-ms": "60000" } };
    server.failWith(() => throttled);
    const start = performance.now();
    await expect(write("een")).rejects.toMatchObject({ code: 429 });
    expect(performance.now() - start).toBeLessThan(8000);
    expect(counted).toEqual([]);
  });

  test("does not let a turn wait for an answer that never comes", async () => {
    server.failWith(() => ({ when: "never" }));
    const start = performance.now();
    await Promise.all([expect(read()).rejects.toThrow(), expect(write("een")).rejects.toThrow()]);
    expect(performance.now() - start).toBeLessThan(8000);
    expect(counted).toEqual([]);
  });

  test.each([401, 403])("does not try again what will not pass: %d", async (status) => {
    let requests = 0;
    server.failWith(() => {
      requests += 1;
      return { when: "before", status };
    });
    await expect(write("een")).rejects.toMatchObject({ code: status });
    expect(requests).toBe(1);
  });

  test("takes a state that cannot be read for absent, and a new one can be written at once", async () => {
    const { state, close } = await openCosmos(settings);
    await state.items.create({ id: "key", value: "{", expiresAt: LATER.getTime(), ttl: 60, writeId: "x" });
    close();
    expect(await read()).toEqual({ mark: undefined, etag: undefined });
    expect(await write("een")).toBe(true);
  });

  test("keeps a turn whose counters cannot be added, and says so in the log", async () => {
    const log = createTestLog();
    const full = await open(() => {
      throw Object.assign(new Error("disk full"), { code: "ERR_SQLITE_ERROR" });
    }, log);
    const write = { etag: undefined, now: NOW, expiresAt: LATER, counters: [counter({})] };
    expect(await full.write("key", stateWith("een"), write)).toBe(true);
    expect(log.of("count-failed")).toHaveLength(1);
    await full.close();
  });
});
