import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Region } from "../../../src/content/schema/region.ts";
import type { StateStore } from "../../../src/conversation/ports.ts";
import { NewerContentSeen, type TakeTurn, takeTurn } from "../../../src/conversation/turn/take-turn.ts";
import { createSqliteStateStore } from "../../../src/stores/sqlite/state-store.ts";
import { createSqliteUsageStore } from "../../../src/stores/sqlite/usage-store.ts";
import { openPerTest } from "../../stores/support/open-per-test.ts";
import { makeContent, makeFlow, makePhase, makeQuestion, makeSignals } from "../../support/make-content.ts";

const NOW = new Date("2026-11-21T22:32:55Z");
const DANGER = "hij slaat haar nu";
const content = makeContent(
  [makeFlow([makePhase("gevaar", [makeQuestion("gevaar"), makeQuestion("soort")])])],
  [makeSignals([{ id: "direct", level: "nu", when: { question: "gevaar", is: "ja" } }])],
);

const open = openPerTest();
let db: ReturnType<typeof open>;
let store: StateStore;
beforeEach(() => {
  db = open();
  store = createSqliteStateStore(db);
});

function take(changes: Partial<TakeTurn>) {
  return takeTurn({
    store,
    content,
    key: "key",
    event: { type: "message", text: "menu" },
    now: NOW,
    newId: "ronde-1",
    maySeeTrends: false,
    showTrends: () => Promise.reject(new Error("nobody asked for trends")),
    setMonthly: () => Promise.reject(new Error("nobody asked for a monthly message")),
    ...changes,
  });
}

function type(text: string, messageCode: string | undefined, changes: Partial<TakeTurn> = {}) {
  return take({ event: { type: "message", text }, messageCode, ...changes });
}

async function counted(metric: string): Promise<number> {
  const counters = await createSqliteUsageStore(db).read({ from: "2026-W01", to: "2026-W53" });
  return counters.filter((counter) => counter.metric === metric).reduce((sum, { n }) => sum + n, 0);
}

describe("a typed message that is delivered again", () => {
  test("is taken and counted once", async () => {
    expect(await type(DANGER, "a")).not.toEqual([]);
    expect(await type(DANGER, "a")).toEqual([]);
    expect(await type(DANGER, "a")).toEqual([]);
    expect(await counted("danger-typed")).toBe(1);
  });

  test("is taken once when it comes at the same moment to instances that share a store", async () => {
    const twice = await Promise.all([type(DANGER, "a"), type(DANGER, "a"), type(DANGER, "a")]);
    expect(twice.filter((replies) => replies.length > 0)).toHaveLength(1);
    expect(await counted("danger-typed")).toBe(1);
  });

  test("goes back one question only", async () => {
    await take({ event: { type: "action", action: { verb: "start", flow: "top3" } } });
    const ref = { walk: "ronde-1", version: "v1" };
    for (const question of ["gevaar", "soort"]) {
      await take({ event: { type: "action", action: { verb: "answer", ...ref, question, option: "nee" } } });
    }
    await type("terug", "b");
    await type("terug", "b");
    expect(Object.keys((await store.read("key", NOW))?.state.walk?.answers ?? {})).toEqual(["gevaar"]);
  });

  test("is another one when its code is another, also with the same words", async () => {
    await type(DANGER, "a");
    expect(await type(DANGER, "b")).not.toEqual([]);
    expect(await type(DANGER, undefined)).not.toEqual([]);
    expect(await counted("danger-typed")).toBe(3);
  });

  test("is not taken for granted when the first turn was not kept", async () => {
    const broken = { ...store, write: () => Promise.reject(new Error("disk full")) };
    await expect(type(DANGER, "a", { store: broken })).rejects.toThrow("disk full");
    expect(await type(DANGER, "a")).not.toEqual([]);
  });

  test("is known by its code alone, of which the last ones are kept", async () => {
    for (let count = 0; count < 11; count += 1) await type("menu", `code ${count}`);
    const state = (await store.read("key", NOW))?.state;
    expect(state?.taken).toHaveLength(8);
    expect(state?.taken?.at(-1)).toBe("code 10");
  });

  test("is still known after stop", async () => {
    await type("stop", "a");
    expect(await type("stop", "a")).toEqual([]);
  });
});

test("the 112 card is told before the state is written, which may fail", async () => {
  await take({ event: { type: "action", action: { verb: "start", flow: "top3" } } });
  const told: unknown[] = [];
  const broken = { ...store, write: () => Promise.reject(new Error("disk full")) };
  const action = { verb: "answer" as const, walk: "ronde-1", version: "v1", question: "gevaar", option: "ja" };
  const turn = take({ store: broken, event: { type: "action", action }, onDanger: (view) => told.push(view) });
  await expect(turn).rejects.toThrow("disk full");
  expect(told).toEqual([expect.objectContaining({ card: "danger-now", walk: "ronde-1" })]);
});

describe("the region", () => {
  const DAY_MS = 86_400_000;
  const regions = new Map(["hier", "daar"].map((id) => [id, region(id)]));
  const withRegions = makeContent([...content.flows.values()], [], { regions });
  const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

  function region(id: string): Region {
    return { id, title: id, order: 1, mda: { state: "geen", text: "Geen." }, status: "concept" };
  }

  /** The regions that the welcome of a new conversation asks for. */
  async function asked(now: Date, changes: Partial<TakeTurn> = {}): Promise<string[]> {
    const replies = await take({ content: withRegions, event: { type: "installed" }, now, ...changes });
    const views = replies.flatMap((reply) => ("view" in reply ? [reply.view] : []));
    return views.flatMap((view) => (view.card === "welcome" ? view.regions.map(({ id }) => id) : []));
  }

  function choose(region: string | undefined, now = NOW) {
    const action = { verb: "region" as const, card: "welcome", ...(region && { region }) };
    return take({ content: withRegions, event: { type: "action", action }, now });
  }

  test("is asked with the first welcome, and remembered for a year after the last conversation", async () => {
    expect(await asked(NOW)).toEqual(["hier", "daar"]);
    const [reply] = await choose("hier");
    expect(reply).toMatchObject({ view: { card: "welcome", regions: [] }, replace: true });
    expect(await asked(later(300))).toEqual([]);
    expect((await store.read("key", later(300)))?.state.region).toBe("hier");
    expect(await asked(later(660))).toEqual([]);
    expect(await asked(later(660 + 366))).toEqual(["hier", "daar"]);
  });

  test("is not asked again of who skips it, or who does not answer", async () => {
    await asked(NOW);
    expect(await choose(undefined)).toMatchObject([{ view: { card: "welcome", regions: [] } }]);
    expect(await asked(later(1))).toEqual([]);
    expect(await asked(NOW, { key: "silent" })).toEqual(["hier", "daar"]);
    expect(await asked(later(1), { key: "silent" })).toEqual([]);
  });

  test("is asked of nobody when it is set for everybody, and can still be changed", async () => {
    expect(await asked(NOW, { region: "daar" })).toEqual([]);
    expect((await store.read("key", NOW))?.state.region).toBe("daar");
    await take({ content: withRegions, event: { type: "action", action: { verb: "region", region: "hier" } } });
    expect(await asked(later(1), { region: "daar" })).toEqual([]);
    expect((await store.read("key", later(1)))?.state.region).toBe("hier");
  });

  test("is asked again when the content no longer has it, or the setting never had", async () => {
    await store.remember("key", { region: "weg" }, later(1));
    await asked(NOW, { region: "nergens" });
    expect((await store.read("key", NOW))?.state).not.toHaveProperty("region");
  });

  test("is forgotten with the conversation, and its being forgotten or failing stops no turn", async () => {
    await choose("hier");
    await store.remove("key");
    expect(await asked(NOW)).toEqual(["hier", "daar"]);
    const fails = () => Promise.reject(new Error("down"));
    const broken = { ...store, recall: fails, remember: fails };
    expect(await asked(NOW, { key: "new", store: broken })).toEqual(["hier", "daar"]);
  });
});

describe("the version of the content", () => {
  async function seen(): Promise<number | undefined> {
    return (await store.read("key", NOW))?.state.seen;
  }

  test("is remembered by the conversation, the highest that it was served with", async () => {
    await take({ contentNumber: 3 });
    await take({ contentNumber: 2 });
    expect(await seen()).toBe(3);
    await take({});
    expect(await seen()).toBe(3);
  });

  test("that is older than what was seen is turned down when that is asked for, and nothing is done", async () => {
    await take({ contentNumber: 3 });
    const before = await store.read("key", NOW);
    const older = type(DANGER, "a", { contentNumber: 2, refusesNewer: true });
    await expect(older).rejects.toEqual(new NewerContentSeen(3));
    expect(await store.read("key", NOW)).toEqual(before);
    expect(await counted("danger-typed")).toBe(0);
    expect(await type(DANGER, "a", { contentNumber: 3, refusesNewer: true })).not.toEqual([]);
  });

  test("is no matter when the content comes from files", async () => {
    await take({ contentNumber: 3 });
    expect(await take({ refusesNewer: true })).not.toEqual([]);
  });
});
